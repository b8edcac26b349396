import { Field, fieldsOf, TextArea, useWords, WritingArea, WritingPage, type FormState } from '#platform/html'
import type { Language } from '#platform/text'
import { paths } from './office-hours.paths.ts'

export type AnswerWritingProps = {
  /** None: an answer that is not yet begun. */
  slug?: string | undefined
  /** The question it is begun for. */
  questionId?: string | undefined
  language: Language
  written: Language[]
  seen?: string | undefined
  form: FormState
  preview?: boolean | undefined
}

export function AnswerWritingPage({ slug, questionId, language, written, seen = '', form, preview }: AnswerWritingProps) {
  const t = useWords()
  const field = fieldsOf(form)
  const begin = questionId ? paths.answerFor(questionId) : paths.newAnswer
  const href = (other: Language) => (slug ? paths.answerEdit(slug, other) : `${begin}?language=${other}`)
  return (
    <WritingPage
      title={slug ? t('Edit this answer') : t('Write an answer')}
      back={slug ? { href: paths.answer(slug), words: t('Back to the answer') } : { href: paths.queue, words: t('The queue') }}
      action={slug ? paths.answer(slug) : questionId ? begin : paths.answers}
      tabs={{ current: language, written, href }}
      form={form}
      seen={seen}
      preview={preview}
    >
      <Field {...field('title')} label={t('The question in one line')} required maxLength={160} />
      <Field
        {...field('summary')}
        label={t('The answer in one sentence')}
        hint={t('Shown in lists, in search engines and in the mail to whoever asked.')}
        optional
        maxLength={320}
      />
      <TextArea
        {...field('asked')}
        label={t('What was asked')}
        hint={t('Everybody reads this: take out names and places that would tell who asked.')}
        optional
        rows={4}
        maxLength={4000}
      />
      <WritingArea {...field('body')} label={t('What helped')} required />
    </WritingPage>
  )
}
