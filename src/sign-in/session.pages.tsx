import { Button, Entry, EntryList, Form, Layout, Notice, PageTitle, Status, usePage, useWords } from '#platform/html'
import { formatDay } from '#platform/time'
import { paths } from './sign-in.paths.ts'

export type ShownSession = { id: string; browser: string; system: string; beganAt: Temporal.Instant; seenAt: Temporal.Instant }

export type SessionsPageProps = {
  sessions: ShownSession[]
  currentId: string
  timeZone: string
  done?: 'ended' | 'others-ended' | undefined
}

/** Everywhere this person is signed in, and how to end it. */
export function SessionsPage({ sessions, currentId, timeZone, done }: SessionsPageProps) {
  const t = useWords()
  const news = { ended: t('That session has ended.'), 'others-ended': t('All other sessions have ended.') }
  return (
    <Layout title={t('Where I am signed in')} hidden>
      <PageTitle above={<a href="/me">{t('My page')}</a>}>{t('Where I am signed in')}</PageTitle>
      {done && <Notice kind="good">{news[done]}</Notice>}
      <EntryList label={t('Sessions')}>
        {sessions.map((session) => (
          <SessionEntry key={session.id} session={session} isThis={session.id === currentId} timeZone={timeZone} />
        ))}
      </EntryList>
      {sessions.length > 1 && (
        <Form action={paths.endedSessions}>
          <input type="hidden" name="session" value="others" />
          <Button kind="danger">{t('End all others')}</Button>
        </Form>
      )}
    </Layout>
  )
}

function SessionEntry({ session, isThis, timeZone }: { session: ShownSession; isThis: boolean; timeZone: string }) {
  const t = useWords()
  const { language } = usePage()
  const { browser, system, beganAt, seenAt } = session
  const day = (moment: Temporal.Instant) => formatDay(moment, timeZone, language)
  const device = browser && system ? t('{{browser}} on {{system}}', { browser, system }) : browser || system || t('A browser')
  return (
    <Entry
      title={device}
      facts={[
        isThis && <Status kind="good">{t('This one')}</Status>,
        t('last seen on {{day}}', { day: day(seenAt) }),
        t('signed in on {{day}}', { day: day(beganAt) }),
      ]}
      acts={
        <Form action={paths.endedSessions} label={t('End the session of {{device}}', { device })}>
          <input type="hidden" name="session" value={session.id} />
          <Button kind="quiet">{isThis ? t('Sign out') : t('End')}</Button>
        </Form>
      }
    />
  )
}
