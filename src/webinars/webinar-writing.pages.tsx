import { Field, fieldsOf, Select, useWords, WritingArea, WritingPage, type FormState } from '#platform/html'
import type { Language } from '#platform/text'
import { paths } from './webinars.paths.ts'

export type WebinarWritingProps = {
  /** None: an entry that is not yet begun. */
  slug?: string | undefined
  language: Language
  written: Language[]
  seen?: string | undefined
  form: FormState
  /** Webinars that were held as events, to choose one from. */
  held: { id: string; title: string; day: string }[]
  /** Speakers were chosen: they take the place of what is typed. */
  isChosen?: boolean | undefined
  preview?: boolean | undefined
}

export function WebinarWritingPage({ slug, language, written, seen = '', form, held, isChosen, preview }: WebinarWritingProps) {
  const t = useWords()
  const field = fieldsOf(form)
  const href = (other: Language) => (slug ? paths.webinarEdit(slug, other) : `${paths.newWebinar}?language=${other}`)
  const back = slug ? { href: paths.webinar(slug), words: t('Back to the webinar') } : { href: paths.webinars, words: t('Webinars') }
  return (
    <WritingPage
      title={slug ? t('Edit this webinar') : t('Add a webinar')}
      back={back}
      action={slug ? paths.webinar(slug) : paths.webinars}
      tabs={{ current: language, written, href }}
      form={form}
      seen={seen}
      preview={preview}
    >
      <Field {...field('title')} label={t('Title')} required maxLength={160} />
      <FactFields form={form} held={held} isChosen={isChosen} />
      <Field
        {...field('summary')}
        label={t('In one sentence')}
        hint={t('Shown in lists, in search engines and in the monthly update.')}
        optional
        maxLength={320}
      />
      <WritingArea {...field('body')} label={t('Notes')} required />
    </WritingPage>
  )
}

/** What is the same in all languages. */
function FactFields({ form, held, isChosen }: Pick<WebinarWritingProps, 'form' | 'held' | 'isChosen'>) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      {held.length > 0 && (
        <Select
          {...field('event')}
          label={t('The event it was')}
          hint={t('Whoever registered for it gets one mail once readers can see the recording.')}
          optional
          empty={t('None of these')}
          options={held.map(({ id, title, day }) => ({ value: id, words: `${title}, ${day}` }))}
        />
      )}
      <Field {...field('heldOn')} label={t('Held on')} type="date" width="medium" required />
      <Field {...field('minutes')} label={t('Length in minutes')} optional inputmode="numeric" width="short" />
      {!isChosen && (
        <Field
          {...field('speakers')}
          label={t('Speakers')}
          hint={t('Names, with what they do in brackets. For pictures and a page of their own, save, then press Speakers.')}
          optional
          maxLength={600}
        />
      )}
      <Field
        {...field('recording')}
        label={t('Address of the recording')}
        hint={t('A link to another site. Nothing of it is loaded before a reader follows the link.')}
        type="url"
        optional
        maxLength={2000}
      />
      <Field {...field('slides')} label={t('Address of the slides')} type="url" optional maxLength={2000} />
    </>
  )
}
