import { eventPaths, type EventBrief, EventEntry } from '#events'
import { Button, Choices, EntryList, Form, Layout, Lede, Notice, PageTitle, useWords } from '#platform/html'

export type RegularPageProps = { slug: string; title: string; often: string; action: string; isRegular: boolean; upcoming: EventBrief[] }

/** Whether I come to all dates of a series, and one button that changes it. */
export function RegularPage({ slug, title, often, action, isRegular, upcoming }: RegularPageProps) {
  const t = useWords()
  return (
    <Layout title={t('All dates')} hidden>
      <PageTitle above={<a href={eventPaths.rhythm(slug)}>{title}</a>}>{t('All dates')}</PageTitle>
      <Lede>{often}</Lede>
      {isRegular ? (
        <Notice kind="good">
          <p>{t('You come to all dates. Those that are set later are yours too.')}</p>
          <Form action={`${action}/end`}>
            <Choices
              name="seats"
              label={t('When you stop')}
              value="keep"
              options={[
                { value: 'keep', words: t('Keep the dates I have until now') },
                { value: 'give-back', words: t('Give back my seats at all dates ahead'), hint: t('They go to those who wait.') },
              ]}
            />
            <Button kind="quiet">{t('Stop adding later dates')}</Button>
          </Form>
        </Notice>
      ) : (
        <Form action={action}>
          <p>
            {t(
              'You get a seat at each date ahead, or a place on its waiting list, and one mail with all of them. You can give back each on its own.',
            )}
          </p>
          <Button>{t('Come to all dates')}</Button>
        </Form>
      )}
      <EntryList label={t('Coming up')}>
        {upcoming.map((event) => (
          <EventEntry key={event.id} event={event} level={2} />
        ))}
      </EntryList>
    </Layout>
  )
}
