import { AboutEventPage, type Event } from '#events'
import { Button, Checkbox, Field, fieldsOf, Form, Heading, Lede, Table, usePage, useWords, type FormState } from '#platform/html'
import { formatDay } from '#platform/time'
import { codeWords } from './certificate.code.ts'
import type { ShownCertificate } from './certificate.pages.tsx'
import { paths } from './certificates.paths.ts'

type Taken = ShownCertificate & { issuedAt: Temporal.Instant }
export type OfferPageProps = { event: Event; form: FormState; certificates: Taken[] }

/** For stewards: whether there are certificates of an event, and who took one. */
export function OfferPage({ event, form, certificates }: OfferPageProps) {
  const t = useWords()
  return (
    <AboutEventPage event={event} title={t('Certificates')}>
      <Lede>
        {t(
          'Whoever it is noted was there can take a certificate from their own page once it is over. Anyone who is given its code can verify it.',
        )}
      </Lede>
      <Form action={paths.offer(event.slug)} errors={form.errors}>
        <Field
          {...fieldsOf(form)('hours')}
          label={t('Hours of credit')}
          hint={t('Such as 1.5. Empty: no certificate.')}
          width="short"
          optional
        />
        {event.rhythm && (
          <Checkbox
            {...fieldsOf(form)('isForAll')}
            label={t('The same at all dates of the series')}
            hint={t('At those that are over, too.')}
          />
        )}
        <Button>{t('Save')}</Button>
      </Form>
      {certificates.length > 0 && <TakenTable event={event} certificates={certificates} />}
    </AboutEventPage>
  )
}

function TakenTable({ event, certificates }: Omit<OfferPageProps, 'form'>) {
  const t = useWords()
  const { language, network } = usePage()
  const standing = ({ code, name, withdrawnAt }: Taken) =>
    withdrawnAt ? t('Withdrawn') : name && <a href={paths.withdrawal(event.slug, code)}>{t('Withdraw it')}</a>
  return (
    <>
      <Heading>{t('Taken so far')}</Heading>
      <Table
        caption={t('Certificates')}
        head={[t('Name'), t('Day'), t('Code'), t('Standing')]}
        rows={certificates.map((one) => [
          one.name || t('Has left'),
          formatDay(one.issuedAt, network.timeZone, language),
          <a href={paths.certificate(one.code)}>{codeWords(one.code)}</a>,
          standing(one),
        ])}
      />
    </>
  )
}
