import { Acts, Button, Facts, Form, Heading, Layout, Lede, Notice, PageTitle, usePage, useWords } from '#platform/html'
import type { Hold } from '#platform/delivery'
import { formatDay, formatTime } from '#platform/time'
import { paths } from './outbox.paths.ts'

export type HeldMailPageProps = {
  hold: Hold | null
  /** Stewards may read why; the owner decides. */
  mayDecide: boolean
  /** Another program sends this database's mail just now, so it cannot be silenced from here. */
  isRefused?: boolean | undefined
}

/** Why no mail leaves, and what the owner can say about it. */
export function HeldMailPage({ hold, mayDecide, isRefused }: HeldMailPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Held mail')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{hold ? t('Mail is held') : t('Held mail')}</PageTitle>
      {isRefused && (
        <Notice kind="problem">
          {t('Another Guildhall sends the mail of this same database just now. Stop it first, or give this copy a database of its own.')}
        </Notice>
      )}
      {hold ? <Held hold={hold} mayDecide={mayDecide} /> : <p>{t('No mail is held here. It leaves as it is written.')}</p>}
    </Layout>
  )
}

function Held({ hold, mayDecide }: { hold: Hold; mayDecide: boolean }) {
  const t = useWords()
  return (
    <>
      <Lede>
        {hold.reason === 'quiet'
          ? t('An owner said that this is a copy. It sends nothing: what it writes stays in the outbox as stopped.')
          : t('This looks like a copy, or a backup that was restored. Nothing leaves until an owner says so, and nothing is lost.')}
      </Lede>
      <WhatDiffers hold={hold} />
      {mayDecide ? <Decisions hold={hold} /> : <p>{t('An owner of the community decides this on the same page.')}</p>}
    </>
  )
}

function WhatDiffers({ hold: { home, here, differs, waiting } }: { hold: Hold }) {
  const t = useWords()
  const { language, network, timeZone } = usePage()
  const zone = timeZone ?? network.timeZone
  return (
    <Facts
      facts={[
        { name: t('Mail left from'), value: home.baseUrl },
        differs.includes('baseUrl') && { name: t('This runs at'), value: here.baseUrl },
        differs.includes('database') && { name: t('Database'), value: t('another one than then') },
        differs.includes('machine') && { name: t('Machine or data folder'), value: t('another one than then') },
        { name: t('Decided on'), value: `${formatDay(home.since, zone, language)}, ${formatTime(home.since, zone, language)}` },
        { name: t('Mails that wait'), value: waiting.toLocaleString(`${language}-US`) },
      ]}
    />
  )
}

function Decisions({ hold: { reason, waiting } }: { hold: Hold }) {
  const t = useWords()
  return (
    <>
      <Heading>{t('This is the community, moved or restored')}</Heading>
      <p>{t('A backup may hold mails that left before it was restored. If you are not sure, stop those that wait.')}</p>
      <Form action={paths.release}>
        <Acts>
          <Button name="waiting" value="send">
            {waiting > 0 ? t('Send mail from here, and the {{count}} that wait', { count: waiting }) : t('Send mail from here')}
          </Button>
          {waiting > 0 && (
            <Button kind="quiet" name="waiting" value="stop">
              {t('Send mail from here, but stop the {{count}} that wait', { count: waiting })}
            </Button>
          )}
        </Acts>
      </Form>
      {reason === 'elsewhere' && (
        <>
          <Heading>{t('This is a copy')}</Heading>
          <p>{t('For a test or a rehearsal. What waits, and whatever it writes from now on, stays in its outbox.')}</p>
          <Form action={paths.quiet}>
            <Button kind="danger">{t('Keep it quiet for good')}</Button>
          </Form>
        </>
      )}
    </>
  )
}
