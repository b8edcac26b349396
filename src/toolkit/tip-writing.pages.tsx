import { Field, fieldsOf, useWords, WritingArea, WritingPage, type FormState } from '#platform/html'
import type { Language } from '#platform/text'
import { paths } from './toolkit.paths.ts'

export type TipWritingProps = {
  /** None: a tip that is not yet begun. */
  slug?: string | undefined
  language: Language
  written: Language[]
  seen?: string | undefined
  form: FormState
  preview?: boolean | undefined
}

export function TipWritingPage({ slug, language, written, seen = '', form, preview }: TipWritingProps) {
  const t = useWords()
  const field = fieldsOf(form)
  const href = (other: Language) => (slug ? paths.tipEdit(slug, other) : `${paths.newTip}?language=${other}`)
  return (
    <WritingPage
      title={slug ? t('Edit this tip') : t('Write a tip')}
      back={slug ? { href: paths.tip(slug), words: t('Back to the tip') } : { href: paths.tips, words: t('Tips') }}
      action={slug ? paths.tip(slug) : paths.tips}
      tabs={{ current: language, written, href }}
      form={form}
      seen={seen}
      preview={preview}
    >
      <Field {...field('title')} label={t('Title')} required maxLength={160} />
      <Field
        {...field('summary')}
        label={t('In one sentence')}
        hint={t('Shown in lists, in search engines and in the monthly update.')}
        optional
        maxLength={320}
      />
      <Field {...field('step')} label={t('Step')} hint={t('The step of the toolkit it belongs to.')} optional maxLength={80} />
      <Field {...field('author')} label={t('By')} hint={t('A person or a team.')} optional maxLength={160} />
      <WritingArea {...field('body')} label={t('Text')} required />
    </WritingPage>
  )
}
