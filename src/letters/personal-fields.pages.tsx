import { Field, fieldsOf, Select, useWords, type FormState } from '#platform/html'
import { personalKinds, type PersonalKind } from './personal.rules.ts'

/** A block that says something else to each reader, and what it says to those for whom there is nothing. */
export function PersonalFields({ id, form }: { id: string; form: FormState }) {
  const t = useWords()
  const field = (name: string) => fieldsOf(form)(`${id}-${name}`)
  const words: Record<PersonalKind, string> = {
    'state-events': t('Events in their state'),
    'my-events': t('Events they have a seat in'),
    'next-tip': t('The newest tip that no earlier update brought them'),
  }
  return (
    <>
      <Select
        {...field('about')}
        label={t('What each reader finds here')}
        options={personalKinds.map((value) => ({ value, words: words[value] }))}
      />
      <Field
        {...field('otherwise')}
        label={t('When there is nothing for a reader')}
        hint={t('These words stand there instead, and on the web. Empty: the block is left out.')}
        optional
        maxLength={500}
      />
    </>
  )
}
