import { ConfirmPage, useWords } from '#platform/html'
import { paths } from './people.paths.ts'

/** Says what the removal takes away, before it does. */
export function ExamplesPage({ count }: { count: number }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Remove the invented people?')}
      sentence={t(
        '{{count}} invented people came with the first start, to look around with. They go from all lists and events, at once and for good.',
        {
          count,
        },
      )}
      action={paths.examplesRemoval}
      button={t('Remove them')}
      kind="danger"
    />
  )
}
