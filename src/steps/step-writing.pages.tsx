import { Field, fieldsOf, useWords, WritingArea, WritingPage, type FormState } from '#platform/html'
import type { Language } from '#platform/text'
import { paths } from './steps.paths.ts'

export type StepWritingProps = {
  slug: string
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
      title={t('Edit this step')}
      back={{ href: paths.step(slug), words: t('Back to the step') }}
      action={paths.step(slug)}
      tabs={{ current: language, written, href: (other) => paths.stepEdit(slug, other) }}
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
