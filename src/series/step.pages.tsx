import {
  Acts,
  Button,
  Field,
  fieldsOf,
  Form,
  Heading,
  LanguageTabs,
  Layout,
  Notice,
  PageTitle,
  Prose,
  Select,
  useWords,
  WritingArea,
  type FormState,
} from '#platform/html'
import type { Language } from '#platform/text'
import { paths } from './series.paths.ts'

export type StepPageProps = {
  id: string
  step: string
  series: string
  language: Language
  written: Language[]
  form: FormState
  seen: string
  /** How the saved words read: their subject, and their HTML. */
  preview: { subject: string; html: string }
  done?: 'saved' | 'tested' | undefined
  email: string
}

/** Where a step is written, one language at a time, looked at, and sent to oneself. */
export function StepPage({ id, step, series, language, written, form, seen, preview, done, email }: StepPageProps) {
  const t = useWords()
  return (
    <Layout title={t('A step of {{series}}', { series })} hidden>
      <PageTitle above={<a href={paths.series(id)}>{series}</a>}>{t('A step of {{series}}', { series })}</PageTitle>
      <LanguageTabs current={language} written={written} href={(other) => paths.step(id, step, other)} />
      {done && <Notice kind="good">{done === 'saved' ? t('Saved.') : t('The test is on its way to {{email}}.', { email })}</Notice>}
      <WordsForm id={id} step={step} language={language} form={form} seen={seen} />
      <Preview preview={preview} language={language} />
      <Acts>
        <Form action={paths.test(id, step)}>
          <input type="hidden" name="language" value={language} />
          <Button kind="quiet">{t('Send me a test')}</Button>
        </Form>
        <Form action={paths.stepRemoval(id, step)}>
          <Button kind="danger">{t('Remove this step')}</Button>
        </Form>
      </Acts>
    </Layout>
  )
}

function WordsForm({ id, step, language, form, seen }: Pick<StepPageProps, 'id' | 'step' | 'language' | 'form' | 'seen'>) {
  const t = useWords()
  const field = fieldsOf(form)
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), words: `${hour}:00` }))
  return (
    <Form action={paths.step(id, step)} errors={form.errors}>
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="seen" value={seen} />
      <Field {...field('subject')} label={t('Subject')} maxLength={200} />
      <WritingArea
        {...field('body')}
        label={t('Text')}
        rows={14}
        hint={t('{{name}} becomes the first name of each reader, or the words after the bar where it is not known.', {
          name: '{{firstName|friend}}',
        })}
      />
      <Field
        {...field('afterDays')}
        label={t('Days after the step before')}
        hint={t(
          'Of the first step: days after the series began for the reader. Who waits already gets it at the moment that was reckoned before.',
        )}
        type="number"
        width="short"
        min={0}
        max={365}
      />
      <Select {...field('atHour')} label={t('Hour, where the reader is')} empty={t('As soon as the days are over')} options={hours} />
      <Button>{t('Save')}</Button>
    </Form>
  )
}

function Preview({ preview, language }: Pick<StepPageProps, 'preview' | 'language'>) {
  const t = useWords()
  if (!preview.subject) return null
  return (
    <section>
      <Heading>{t('As saved')}</Heading>
      <h3 lang={language}>{preview.subject}</h3>
      <div lang={language}>
        <Prose html={preview.html} />
      </div>
    </section>
  )
}
