import { Heading, useWords } from '#platform/html'
import type { ShownList } from './list.rules.ts'
import { paths } from './mailing.paths.ts'

/** The part of a person's own page that says which lists they are on. */
export function MyListsSection({ lists }: { lists: ShownList[] }) {
  const t = useWords()
  return (
    <section>
      <Heading>{t('Mailing lists')}</Heading>
      {lists.length > 0 ? (
        <ul>
          {lists.map((list) => (
            <li key={list.slug}>{list.name}</li>
          ))}
        </ul>
      ) : (
        <p>{t('You are on no list.')}</p>
      )}
      <p>
        <a href={paths.myLists}>{t('Choose what you get')}</a>
      </p>
    </section>
  )
}
