import { Button, ConfirmPage, Form, Heading, Layout, Notice, PageTitle, useWords, type FormState } from '#platform/html'
import { Conversation } from './conversation.pages.tsx'
import type { Message } from './message.data.ts'
import { Canvas, type Call } from './canvas.pages.tsx'
import { paths } from './office-hours.paths.ts'
import type { QuestionRow } from './question.data.ts'

export type MinePageProps = {
  question: QuestionRow
  token: string
  calls: Call[]
  form: FormState
  answer: { slug: string; title: string } | null
  messages: Message[]
}

/** A person's own challenge: to confirm, to change, to withdraw; or the answer to it. */
export function MinePage({ question, token, calls, form, answer, messages }: MinePageProps) {
  const t = useWords()
  const isOpen = !question.withdrawnAt && !answer
  return (
    <Layout title={t('Your challenge')} hidden>
      <PageTitle above={<a href={paths.officeHours}>{t('Office hours')}</a>}>{t('Your challenge')}</PageTitle>
      <Standing {...{ question, answer, token }} />
      <Conversation
        {...{ messages, form }}
        side="asker"
        action={paths.mine(token)}
        isOpen={question.confirmedAt !== null && !question.withdrawnAt}
      />
      {isOpen ? (
        <section aria-labelledby="brought">
          <Heading id="brought">{t('What you brought')}</Heading>
          <Form action={paths.mine(token)} errors={form.errors}>
            <input type="hidden" name="act" value="change" />
            <Canvas form={form} calls={calls} withAddress={false} />
            <Button kind="quiet">{t('Save the changes')}</Button>
          </Form>
          <p>
            <a href={paths.withdrawal(token)}>{t('Withdraw it')}</a>
          </p>
        </section>
      ) : (
        <p>{question.happened}</p>
      )}
    </Layout>
  )
}

function Standing({ question, answer, token }: Pick<MinePageProps, 'question' | 'answer' | 'token'>) {
  const t = useWords()
  if (answer)
    return (
      <Notice kind="good">
        <p>
          {t('There is an answer:')} <a href={paths.answer(answer.slug)}>{answer.title}</a>
        </p>
      </Notice>
    )
  if (question.withdrawnAt) return <Notice>{t('You have withdrawn it. Nobody sees it any more.')}</Notice>
  if (question.mergedInto)
    return <Notice kind="good">{t('Others brought the same challenge. You get the same answer, and we write to you.')}</Notice>
  if (question.confirmedAt) return <Notice kind="good">{t('It is with the hosts. When there is an answer, we write to you.')}</Notice>
  return (
    <Form action={paths.mine(token)}>
      <p>{t('Nobody sees it yet. Read it once more, then press the button.')}</p>
      <input type="hidden" name="act" value="confirm" />
      <Button>{t('Bring it to the call')}</Button>
    </Form>
  )
}

export function WithdrawalPage({ token }: { token: string }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Withdraw your challenge?')}
      sentence={t('Nobody will see it any more. You can bring another at any time.')}
      action={paths.withdrawal(token)}
      button={t('Withdraw it')}
    />
  )
}
