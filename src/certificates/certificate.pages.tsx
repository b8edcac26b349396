import { AboutEventPage, type Event } from '#events'
import { Button, ConfirmPage, Facts, Field, Form, In, Layout, Lede, LinkButton, Notice, PageTitle, usePage, useWords } from '#platform/html'
import { codeWords } from './certificate.code.ts'
import { dayOf, hoursWords } from './certificate.words.ts'
import { paths } from './certificates.paths.ts'

export type ShownCertificate = { code: string; name: string; hours: string; withdrawnAt: Temporal.Instant | null; withdrawnReason: string }

/** What a certificate says, for anyone who was given its code: that it holds, that it was taken back, or that its person has left. */
export function CertificatePage({ certificate, event }: { certificate: ShownCertificate; event: Event }) {
  const t = useWords()
  const { language, network } = usePage()
  const { code, name, hours, withdrawnAt, withdrawnReason } = certificate
  return (
    <Layout title={t('Certificate of attendance')} hidden>
      <PageTitle above={network.name}>{t('Certificate of attendance')}</PageTitle>
      {name === '' ? (
        <Lede>{t('Whoever held this certificate has left, and their name is no longer kept. It cannot be verified any more.')}</Lede>
      ) : (
        <>
          {withdrawnAt ? (
            <Notice kind="problem">
              <p>{t('This certificate was withdrawn and does not hold any more.')}</p>
              {withdrawnReason && <p>{withdrawnReason}</p>}
            </Notice>
          ) : (
            <Lede>{t('This certificate is genuine.')}</Lede>
          )}
          <Facts
            facts={[
              { name: t('Name'), value: name },
              { name: t('Was at'), value: <In language={event.language}>{event.title}</In> },
              { name: t('Held on'), value: dayOf(event, language) },
              { name: t('Credit'), value: hoursWords(t, language, hours) },
              { name: t('Code'), value: codeWords(code) },
            ]}
          />
          {!withdrawnAt && (
            <p class="acts">
              <LinkButton href={paths.file(code)}>{t('Download the certificate (PDF)')}</LinkButton>
            </p>
          )}
        </>
      )}
    </Layout>
  )
}

/** Why there is none. */
export function NoCertificatePage({ event, sentence, back }: { event: Event; sentence: string; back: string }) {
  const t = useWords()
  return (
    <AboutEventPage event={event} title={t('Certificate of attendance')} back={back}>
      <Lede>{sentence}</Lede>
      <p>
        <a href="/contact">{t('Write to us')}</a>
      </p>
    </AboutEventPage>
  )
}

/** Asked from their own page, which leads here. */
export function AskCertificatePage({ event, action, back }: { event: Event; action: string; back: string }) {
  const t = useWords()
  return (
    <AboutEventPage event={event} title={t('Certificate of attendance')} back={back}>
      <Lede>{t('It says your name, what you were at, when, and for how many hours. Whoever you give its code to can verify it.')}</Lede>
      <Form action={action}>
        <Button>{t('Get my certificate')}</Button>
      </Form>
    </AboutEventPage>
  )
}

/** A certificate is taken back for a reason, which whoever verifies it reads. */
export function WithdrawalPage({ event, certificate }: { event: Event; certificate: ShownCertificate }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Withdraw this certificate?')}
      sentence={t('Whoever verifies it reads that it does not hold any more: {{name}}.', { name: certificate.name })}
      action={paths.withdrawal(event.slug, certificate.code)}
      button={t('Withdraw it')}
    >
      <Field name="reason" label={t('Reason')} hint={t('Whoever verifies it reads this.')} optional maxLength={500} />
    </ConfirmPage>
  )
}
