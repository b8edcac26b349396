import { Button, Form, Heading, Table, usePage, useWords } from '#platform/html'
import type { Words } from '#platform/text'
import type { Share } from './comparison.rules.ts'
import { itemsOf } from './reach.rules.ts'
import type { Answers } from './reading.rules.ts'
import { Said } from './result.pages.tsx'
import type { ToolDefinition } from './tool.definition.ts'
import { answerWords } from './tool.words.ts'
import { paths } from './tools.paths.ts'

export type ComparisonProps = {
  tool: ToolDefinition
  answers: Answers
  token: string
  /** Null while too few have let theirs count. */
  shares: Record<string, Share> | null
  /** Whether this run counts; null to everybody but its person. */
  counts: boolean | null
}

/** Beside one's own answers, how many of the community say so; and the choice to be counted. */
export function Comparison({ tool, answers, token, shares, counts }: ComparisonProps) {
  const t = useWords()
  const { language } = usePage()
  if (!tool.compared || (shares === null && counts === null)) return null
  const rows = itemsOf(tool).flatMap((item) => {
    const [answer, share] = [answers[item.key], shares?.[item.key]]
    return share === undefined
      ? []
      : [
          [
            <Said words={item.words} />,
            answer === undefined ? '–' : answerWords(tool, item, answer, language),
            shareWords(t, share, language),
          ],
        ]
  })
  return (
    <section>
      <Heading>{t('Beside others')}</Heading>
      {rows.length > 0 ? (
        <Table
          caption={t('You and the community')}
          quietCaption
          head={[t('Question'), t('You'), t('Say a clear yes')]}
          numbers={[2]}
          rows={rows}
        />
      ) : (
        <p>{t('Nothing is shown until five members have let their results count.')}</p>
      )}
      {counts !== null && <Counting token={token} counts={counts} />}
    </section>
  )
}

const shareWords = (t: Words, share: Share, language: string) =>
  share === 'nearly-all'
    ? t('nearly all')
    : share === 'hardly-any'
      ? t('hardly any')
      : (share / 100).toLocaleString(`${language}-US`, { style: 'percent' })

function Counting({ token, counts }: { token: string; counts: boolean }) {
  const t = useWords()
  return (
    <Form action={paths.comparison(token)}>
      <p class="hint">
        {counts
          ? t('Your result counts, without your name. Withdraw it, and it is left out of the next comparison.')
          : t('Let your result count, without your name: five members or more are shown together, your newest result alone.')}
      </p>
      <Button kind="quiet" name="counts" value={counts ? 'no' : 'yes'}>
        {counts ? t('Withdraw my result') : t('Let my result count')}
      </Button>
    </Form>
  )
}
