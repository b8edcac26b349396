import { Field, fieldsOf, useWords, WritingArea, WritingPage, type FormState } from '#platform/html'
import type { Language } from '#platform/text'
import { paths } from './steps.paths.ts'

export type StepWritingProps = {
  /** None: a step that is not yet begun. */
  slug?: string | undefined
  language: Language
  written: Language[]
  seen?: string | undefined
  form: FormState
  preview?: boolean | undefined
}

export function StepWritingPage({ slug, language, written, seen = '', form, preview }: StepWritingProps) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <WritingPage
      title={slug ? t('Edit this step') : t('Write a step')}
      back={slug ? { href: paths.step(slug), words: t('Back to the step') } : { href: paths.steps, words: t('Toolkit') }}
      action={slug ? paths.step(slug) : paths.steps}
      tabs={{ current: language, written, href: (other) => (slug ? paths.stepEdit(slug, other) : `${paths.newStep}?language=${other}`) }}
      form={form}
      seen={seen}
      preview={preview}
    >
      <Field {...field('title')} label={t('Title')} required maxLength={160} />
      <Field {...field('summary')} label={t('Its purpose, in one sentence')} optional maxLength={320} />
      <WritingArea
        {...field('body')}
        label={t('Text')}
        required
        hint={t('Two headings that have only a list below them stand side by side, such as what to do and what to leave.')}
      />
    </WritingPage>
  )
}
