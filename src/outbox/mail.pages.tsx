import { Button, Facts, Form, Heading, Layout, Notice, PageTitle, Status, Table, usePage, useWords } from '#platform/html'
import type { ReadMail } from '#platform/mail'
import { formatDay, formatTime } from '#platform/time'
import type { Advice } from './advice.rules.ts'
import { paths } from './outbox.paths.ts'
import { adviceWords, stateKinds, stateWords } from './outbox.words.ts'

export type MailPageProps = { mail: ReadMail; advice: Advice | null; timeZone: string }

/** One mail as its reader gets it, and what became of it. */
export function MailPage(props: MailPageProps) {
  const { id, message } = props.mail
  const t = useWords()
  return (
    <Layout title={message.subject || t('(no subject)')} hidden factsFirst facts={<MailFacts {...props} />}>
      <PageTitle above={<a href={paths.outbox}>{t('Outbox')}</a>}>{message.subject || t('(no subject)')}</PageTitle>
      <WhatBecame {...props} />
      <Heading>{t('As it looks')}</Heading>
      <iframe
        src={paths.html(id)}
        title={t('The mail as it looks')}
        height={640}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        loading="lazy"
      />
      <Heading>{t('As plain text')}</Heading>
      <pre class="letter">{message.text}</pre>
      <Heading>{t('Header lines')}</Heading>
      <Table
        caption={t('Header lines')}
        quietCaption
        head={[t('Name'), t('Value')]}
        rows={message.headers.map(({ name, value }) => [name, value])}
      />
    </Layout>
  )
}

function WhatBecame({ mail, advice }: MailPageProps) {
  const t = useWords()
  return (
    <>
      {mail.resentAt && (
        <Notice>
          {t('The mail server broke off before it had answered, so this was sent once more. The reader may have got it twice.')}
        </Notice>
      )}
      {mail.state === 'waiting' && advice && <p>{adviceWords(t)[advice]}</p>}
      {mail.state === 'failed' && (
        <Notice kind="problem">
          <p>{t('This mail could not be delivered. The mail server said: {{answer}}', { answer: mail.lastAnswer ?? '' })}</p>
          {advice && <p>{adviceWords(t)[advice]}</p>}
          <Form action={paths.retry(mail.id)}>
            <Button>{t('Send it again')}</Button>
          </Form>
        </Notice>
      )}
    </>
  )
}

function MailFacts({ mail, timeZone }: MailPageProps) {
  const t = useWords()
  const { language } = usePage()
  const moment = (at: Temporal.Instant) => `${formatDay(at, timeZone, language)}, ${formatTime(at, timeZone, language)}`
  const { message, state } = mail
  return (
    <Facts
      facts={[
        { name: t('To'), value: mail.toAddress },
        { name: t('What became of it'), value: <Status kind={stateKinds[state]}>{stateWords(t)[state]}</Status> },
        { name: t('Written'), value: moment(mail.queuedAt) },
        mail.sentAt && { name: t('Sent at'), value: moment(mail.sentAt) },
        state === 'waiting' && { name: t('Next try'), value: moment(mail.dueAt) },
        mail.tries > 0 && { name: t('Tries'), value: String(mail.tries) },
        mail.lastAnswer && {
          name: t('The server’s answer'),
          value: mail.lastAnswer === 'outbox' ? t('Kept in the outbox') : mail.lastAnswer,
        },
        message.files.length > 0 && { name: t('Files'), value: <Files mail={mail} /> },
      ].map((fact) => fact || null)}
    />
  )
}

const Files = ({ mail: { id, message } }: Pick<MailPageProps, 'mail'>) => (
  <ul>
    {message.files.map(({ name }, place) => (
      <li key={name}>
        <a href={paths.file(id, place)} download={name}>
          {name}
        </a>
      </li>
    ))}
  </ul>
)
