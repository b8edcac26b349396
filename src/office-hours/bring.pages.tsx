import { Button, Field, Form, Layout, Lede, PageTitle, useWords, type FormState } from '#platform/html'
import type { Answer } from './answer.data.ts'
import { Canvas, type Call } from './canvas.pages.tsx'
import { paths } from './office-hours.paths.ts'

export type QuestionFormPageProps = { form: FormState; calls: Call[]; answers: Answer[]; asked: string }

/** Where a challenge is described: answers that are there already first, then the canvas. */
export function QuestionFormPage({ form, calls, answers, asked }: QuestionFormPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Bring a challenge')} scripts={['similar-answers.js']}>
      <PageTitle above={<a href={paths.officeHours}>{t('Office hours')}</a>}>{t('Bring a challenge')}</PageTitle>
      <Lede>{t('Describe it in a few sentences. Hosts and peers think about it before the call.')}</Lede>
      <SimilarSearch asked={asked} answers={answers} />
      <Form action={paths.questions} errors={form.errors} honeypot>
        <Canvas form={form} calls={calls} />
        <Button>{t('Bring it to the call')}</Button>
      </Form>
    </Layout>
  )
}

/** Without script one searches; with it, answers come while one types. */
function SimilarSearch({ asked, answers }: { asked: string; answers: Answer[] }) {
  const t = useWords()
  return (
    <>
      <Form action={paths.newQuestion} method="get" inline label={t('Look for an answer first')}>
        <Field name="q" type="search" label={t('Perhaps there is an answer already')} value={asked} maxLength={200} />
        <Button kind="quiet">{t('Look')}</Button>
      </Form>
      {asked && (answers.length > 0 ? <SimilarAnswers answers={answers} /> : <p role="status">{t('There is no answer to this yet.')}</p>)}
    </>
  )
}

/** Answers that may help, in a few lines. */
function SimilarAnswers({ answers }: { answers: Answer[] }) {
  const t = useWords()
  return (
    <section aria-label={t('These may help already')}>
      <p>
        <b>{t('These may help already')}</b>
      </p>
      <ul>
        {answers.map(({ slug, title, summary, language }) => (
          <li key={slug} lang={language}>
            <a href={paths.answer(slug)}>{title}</a> {summary}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function AskedPage() {
  const t = useWords()
  return (
    <Layout title={t('Look into your mail')} hidden>
      <PageTitle>{t('Look into your mail')}</PageTitle>
      <Lede>{t('We have sent you a link. Open it and press the button: then the hosts see your challenge.')}</Lede>
      <p class="acts">
        <a href={paths.answers}>{t('Read answers meanwhile')}</a>
      </p>
    </Layout>
  )
}
