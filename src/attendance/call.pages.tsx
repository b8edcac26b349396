import { RecordedLine } from '#consents'
import { eventPaths, type Call, type Event } from '#events'
import { Acts, Button, EventDate, Facts, Form, In, Layout, Lede, LinkButton, Notice, PageTitle, useWords } from '#platform/html'
import { callValues } from '#rsvps'
import { WaitingRoom } from './waiting-room.pages.tsx'

export type CallPageProps = { event: Event; call: Call; action: string; /** The call opens by itself. */ opening: boolean; isOpen: boolean }

/** All one needs to dial in, large; one button that goes into the call. */
export function CallPage({ event, call, action, opening, isOpen }: CallPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Join the call')} hidden scripts={isOpen ? [] : ['call-door.js']}>
      <PageTitle
        above={
          <a href={eventPaths.event(event.slug)}>
            <In language={event.language}>{event.title}</In>
          </a>
        }
      >
        {t('Join the call')}
      </PageTitle>
      <EventDate startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} size="large" />
      {!isOpen && <WaitingRoom event={event} />}
      {isOpen && (opening ? <Opening joinUrl={call.joinUrl} /> : <Enter event={event} call={call} action={action} />)}
      <Facts facts={callValues(call, t)} />
    </Layout>
  )
}

function Enter({ event, call, action }: Pick<CallPageProps, 'event' | 'call' | 'action'>) {
  const t = useWords()
  if (!call.joinUrl)
    return (
      <>
        <Lede>{t('Dial one of the numbers, then enter the meeting ID and the passcode.')}</Lede>
        <RecordedLine isRecorded={event.isRecorded} />
      </>
    )
  return (
    <Form action={action}>
      <RecordedLine isRecorded={event.isRecorded} />
      <Button>{t('Go into the call')}</Button>
      <p class="hint">{t('From half an hour before it begins, this notes that you were there.')}</p>
    </Form>
  )
}

function Opening({ joinUrl }: { joinUrl: string }) {
  const t = useWords()
  return (
    <Notice kind="good">
      <p>{t('The call opens. If nothing happens, open it here.')}</p>
      <Acts>
        <LinkButton href={joinUrl}>{t('Open the call')}</LinkButton>
      </Acts>
    </Notice>
  )
}
