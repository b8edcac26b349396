import { Checkbox, Choices, Field, Fieldset, fieldsOf, In, TextArea, usePage, useWords, type FormState } from '#platform/html'
import { nameOf } from './form-answer.form.ts'
import { keyOf, wordsIn } from './in-each.rules.ts'
import type { FormQuestion, InEach } from './rsvp-forms.tables.ts'

/** What the hosts ask whoever comes. The hidden word says that the questions stood there: a shorter form asks only for an address. */
export function AskedFields({ questions, form }: { questions: FormQuestion[]; form: FormState }) {
  if (questions.length === 0) return null
  return (
    <>
      <input type="hidden" name="asked" value="yes" />
      {questions.map((question) => (
        <AskedField key={question.id} question={question} form={form} />
      ))}
    </>
  )
}

type AskedProps = { question: FormQuestion; form: FormState }

function AskedField({ question, form }: AskedProps) {
  const t = useWords()
  const { kind, isRequired, words, options } = question
  const field = { ...fieldsOf(form)(nameOf(question)), label: <InMine each={words} />, required: isRequired, optional: !isRequired }
  switch (kind) {
    case 'line':
      return <Field {...field} maxLength={200} />
    case 'text':
      return <TextArea {...field} rows={3} maxLength={2000} />
    case 'one':
      return <Choices {...field} options={options.map((option) => ({ value: keyOf(option), words: <InMine each={option} /> }))} />
    case 'several':
      return <SeveralField question={question} form={form} />
    case 'yes-no':
      return <Choices {...field} options={['yes', 'no'].map((value) => ({ value, words: value === 'yes' ? t('Yes') : t('No') }))} />
  }
}

function SeveralField({ question, form }: AskedProps) {
  const { values, errors } = form
  const name = nameOf(question)
  return (
    <Fieldset name={name} label={<InMine each={question.words} />} error={errors[name]} optional={!question.isRequired}>
      {question.options.map((option, place) => {
        const own = nameOf(question, place)
        return <Checkbox key={own} name={own} value={values[own]} ticked={keyOf(option)} label={<InMine each={option} />} />
      })}
    </Fieldset>
  )
}

/** Words as stewards wrote them, in the reader's language or marked with their own. */
export function InMine({ each }: { each: InEach }) {
  const { language, words } = wordsIn(each, usePage().language)
  return <In language={language}>{words}</In>
}
