import type { HTMLAttributes } from 'preact'
import { Choices, Field, fieldsOf, Select, TextArea, usePage, useWords, type FormState } from '#platform/html'
import { paths } from './office-hours.paths.ts'
import { sharingWords, wishWords } from './question.words.ts'

/** A call that a challenge can be brought to. */
export type Call = { id: string; title: string; when: string }

export type CanvasProps = { form: FormState; calls: Call[]; /** Asked of whoever is not signed in. */ withAddress?: boolean }

/** What happened, what was tried, what is wanted, and who may read it. */
export function Canvas({ form, calls, withAddress = true }: CanvasProps) {
  const { person } = usePage()
  return (
    <>
      <Challenge form={form} />
      <Choosing form={form} calls={calls} />
      {withAddress && !person && <Address form={form} />}
    </>
  )
}

type Part = Pick<CanvasProps, 'form'>

function Challenge({ form }: Part) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <similar-answers data-from={paths.similar} data-words={t('These may help already')}>
        <TextArea
          {...field('happened')}
          label={t('What happened')}
          hint={t('The situation, and where it is stuck. Leave out names of people.')}
          required
          rows={5}
          maxLength={4000}
        />
        <div aria-live="polite" data-answers />
      </similar-answers>
      <TextArea {...field('tried')} label={t('What I tried')} optional rows={3} maxLength={4000} />
      <Choices
        {...field('wish')}
        label={t('What I want from the call')}
        required
        options={Object.entries(wishWords(t)).map(([value, words]) => ({ value, words }))}
      />
    </>
  )
}

function Choosing({ form, calls }: Pick<CanvasProps, 'form' | 'calls'>) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field
        {...field('stage')}
        label={t('Where my partnership is')}
        hint={t('For example: before the launch, first action team.')}
        optional
        maxLength={80}
      />
      {calls.length > 0 && (
        <Select
          {...field('event')}
          label={t('For which call')}
          empty={t('The next one')}
          options={calls.map(({ id, title, when }) => ({ value: id, words: `${title}, ${when}` }))}
        />
      )}
      <Choices
        {...field('sharing')}
        value={form.values['sharing'] ?? 'nameless'}
        label={t('May others read it?')}
        required
        options={Object.entries(sharingWords(t)).map(([value, words]) => ({ value, words }))}
      />
    </>
  )
}

function Address({ form }: Part) {
  const t = useWords()
  return (
    <Field
      {...fieldsOf(form)('questionEmail')}
      label={t('E-mail')}
      type="email"
      autocomplete="email"
      required
      hint={t('We ask it once by mail, and tell you the answer.')}
    />
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'similar-answers': HTMLAttributes<HTMLElement>
    }
  }
}
