import { Acts, Button, Field, fieldsOf, Form, Heading, Notice, useWords, type FormState } from '#platform/html'
import { editionPaths as paths } from '#editions'
import type { ApprovalState } from './approval.rules.ts'

export type ApprovalPanelProps = {
  slug: string
  seen: string
  state: ApprovalState
  /** Who asked, who decided, and what was said. */
  asker: string
  decider: string
  note: string
  mayDecide: boolean
  form: FormState
}

/** Where a second steward's word is asked for and given. */
export function ApprovalPanel({ slug, seen, state, asker, decider, note, mayDecide, form }: ApprovalPanelProps) {
  const t = useWords()
  const sentences: Record<ApprovalState, () => string> = {
    'not-asked': () => t('A second steward approves each update before it is sent. Ask when the words are as they should be.'),
    asked: () => t('{{name}} has asked for it to be approved.', { name: asker }),
    approved: () => t('{{name}} has approved it. It counts until somebody changes the words.', { name: decider }),
    'sent-back': () => t('{{name}} sent it back: {{note}}', { name: decider, note: note || '–' }),
    void: () => t('The words have changed since it was shown for approval, so it has to be asked for again.'),
  }
  return (
    <section id="approval">
      <Heading>{t('A second steward’s word')}</Heading>
      <Notice kind={state === 'approved' ? 'good' : 'note'}>{sentences[state]()}</Notice>
      {state === 'asked' && mayDecide && <VerdictForm slug={slug} seen={seen} form={form} />}
      {state === 'asked' && !mayDecide && <p>{t('You asked for it or changed the words last, so another steward decides.')}</p>}
      {state !== 'asked' && state !== 'approved' && (
        <Form action={paths.approval(slug)}>
          <input type="hidden" name="seen" value={seen} />
          <Button>{t('Ask the other stewards')}</Button>
        </Form>
      )}
    </section>
  )
}

function VerdictForm({ slug, seen, form }: { slug: string; seen: string; form: FormState }) {
  const t = useWords()
  return (
    <Form action={paths.approvalVerdict(slug)} errors={form.errors}>
      <input type="hidden" name="seen" value={seen} />
      <Field
        {...fieldsOf(form)('note')}
        label={t('Note')}
        hint={t('When you send it back, say what to change.')}
        optional
        maxLength={1000}
      />
      <Acts>
        <Button name="verdict" value="approved">
          {t('Approve it')}
        </Button>
        <Button kind="quiet" name="verdict" value="sent-back">
          {t('Send it back')}
        </Button>
      </Acts>
    </Form>
  )
}
