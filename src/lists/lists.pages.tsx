import { Acts, Button, ConfirmPage, Entry, EntryList, Form, Layout, LinkButton, PageTitle, Status, useWords } from '#platform/html'
import { paths } from './lists.paths.ts'

export type ListLine = { slug: string; name: string; description: string; access: 'open' | 'invitation'; isClosed: boolean; on: number }

/** Every list of the community, in the order in which people see them. */
export function ListsPage({ lists }: { lists: ListLine[] }) {
  const t = useWords()
  return (
    <Layout title={t('Lists')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('Lists')}</PageTitle>
      <EntryList label={t('Lists')}>
        {lists.map((list, place) => (
          <Entry
            key={list.slug}
            href={paths.people(list.slug)}
            title={list.name}
            line={list.description}
            facts={[
              t('{{count}} people', { count: list.on }),
              list.access === 'invitation' && t('by invitation'),
              list.isClosed && <Status kind="quiet">{t('closed')}</Status>,
            ]}
            acts={<ListActs list={list} isFirst={place === 0} isLast={place === lists.length - 1} />}
          />
        ))}
      </EntryList>
      <Acts>
        <LinkButton href={paths.newList}>{t('Begin a list')}</LinkButton>
        <a href="/admin/topics">{t('Topics that people can choose')}</a>
      </Acts>
    </Layout>
  )
}

function ListActs({ list, isFirst, isLast }: { list: ListLine; isFirst: boolean; isLast: boolean }) {
  const t = useWords()
  return (
    <>
      <a href={paths.edit(list.slug)} aria-label={t('Change {{name}}', { name: list.name })}>
        {t('Change')}
      </a>
      {list.isClosed ? (
        <Form action={paths.reopening(list.slug)} inline label={t('Open {{name}} again', { name: list.name })}>
          <Button kind="quiet">{t('Open again')}</Button>
        </Form>
      ) : (
        <a href={paths.closure(list.slug)} aria-label={t('Close {{name}}', { name: list.name })}>
          {t('Close')}
        </a>
      )}
      <Form action={paths.place(list.slug)} inline label={t('Move {{name}}', { name: list.name })}>
        {!isFirst && (
          <Button kind="quiet" name="direction" value="up">
            {t('Move up')}
          </Button>
        )}
        {!isLast && (
          <Button kind="quiet" name="direction" value="down">
            {t('Move down')}
          </Button>
        )}
      </Form>
    </>
  )
}

/** Says what closing a list does, and to how many. */
export function ClosurePage({ slug, name, on }: { slug: string; name: string; on: number }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Close {{name}}?', { name })}
      sentence={t('Nobody joins any more, and its {{count}} people get nothing of it. They stay on it, should you open it again.', {
        count: on,
      })}
      action={paths.closure(slug)}
      button={t('Close the list')}
      kind="danger"
    />
  )
}
