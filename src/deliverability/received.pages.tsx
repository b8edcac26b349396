import { Button, fieldsOf, Form, Heading, Notice, Status, TextArea, useWords, type FormState } from '#platform/html'
import { paths } from './deliverability.paths.ts'
import { proofs, type Proof, type Received } from './received.rules.ts'

const names: Record<Proof, string> = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' }

/** Of a page with several forms, what is to be mended in one of them. */
export const errorsOf = ({ errors }: FormState, field: string): FormState['errors'] =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => name === field))

/** Paste the test as it came in, and see what the receiver thought of it. */
export function ReceivedPart({ received, form }: { received: Received | null; form: FormState }) {
  const t = useWords()
  return (
    <>
      <Heading id="received">{t('What the receiver found')}</Heading>
      {received && <Results received={received} />}
      <Form action={`${paths.received}#received`} errors={errorsOf(form, 'source')}>
        <TextArea
          {...fieldsOf(form)('source')}
          label={t('The test as it arrived')}
          hint={t(
            'Open the test in your mail program, choose “show original” or “message source”, copy all of it and paste it here. It is not kept.',
          )}
          rows={6}
          spellcheck={false}
          required
        />
        <Button kind="quiet">{t('Read it')}</Button>
      </Form>
    </>
  )
}

function Results({ received }: { received: Received }) {
  const t = useWords()
  const isRight = proofs.every((proof) => received[proof] === 'pass')
  return (
    <Notice kind={isRight ? 'good' : 'problem'}>
      <p>
        {isRight
          ? t('The receiver believes that our mail is ours.')
          : t('The receiver does not quite believe that our mail is ours. Mend what is marked, then send another test.')}
      </p>
      {proofs.map((proof) => (
        <p key={proof}>
          <Result name={names[proof]} result={received[proof]} />
        </p>
      ))}
    </Notice>
  )
}

function Result({ name, result }: { name: string; result: string | null }) {
  const t = useWords()
  if (result === 'pass') return <Status kind="good">{t('{{name}}: passed', { name })}</Status>
  if (result === null) return <Status kind="note">{t('{{name}}: the receiver says nothing of it', { name })}</Status>
  if (result === 'temperror')
    return <Status kind="note">{t('{{name}}: the receiver could not ask just then; send another test', { name })}</Status>
  return <Status kind="problem">{t('{{name}}: “{{result}}”; check the domain above and add what is missing', { name, result })}</Status>
}
