import type { ComponentChildren } from 'preact'
import { useWords } from './page-context.ts'

/** What was typed, and what is wrong with it in the reader's words, by the name of the field. */
export type FormState = { values: Record<string, string>; errors: Record<string, string> }

export const emptyForm: FormState = { values: {}, errors: {} }

/** Gives a field its name, value and error: `<Field label={t('E-mail')} {...form('email')} />`. */
export const fieldsOf =
  ({ values, errors }: FormState) =>
  (name: string) => ({ name, value: values[name], error: errors[name] })

export type FormProps = {
  action: string
  method?: 'post' | 'get' | undefined
  errors?: Record<string, string> | undefined
  /** Adds the field that only robots fill in. */
  honeypot?: boolean | undefined
  /** With files. */
  multipart?: boolean | undefined
  /** Its fields in one row while there is room: a search, a sign-up. */
  inline?: boolean | undefined
  id?: string | undefined
  label?: string | undefined
  children: ComponentChildren
}

/** Problems first, then the fields. The server checks; the browser does not stop anyone with sentences of its own. */
export function Form({ action, method = 'post', errors, honeypot, multipart, inline, id, label, children }: FormProps) {
  return (
    <form
      class={inline ? 'form inline' : 'form'}
      id={id}
      aria-label={label}
      method={method}
      action={action}
      noValidate
      encType={multipart ? 'multipart/form-data' : undefined}
    >
      {errors && <ErrorSummary errors={errors} />}
      {honeypot && <Honeypot />}
      {children}
    </form>
  )
}

/** All that is to mend, each a link to its field. Takes the focus when the page opens. */
export function ErrorSummary({ errors }: { errors: Record<string, string> }) {
  const t = useWords()
  const problems = Object.entries(errors)
  if (problems.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-take-focus>
      <h2>{t('{{count}} things to mend', { count: problems.length })}</h2>
      <ul>
        {problems.map(([name, sentence]) => (
          <li key={name}>{name === '' ? sentence : <a href={`#field-${name}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

export const honeypotName = 'website'

/** A field that people do not see. What is written in it was written by a robot. */
function Honeypot() {
  const t = useWords()
  return (
    <div class="honeypot" aria-hidden="true">
      <label>
        {t('Leave this field empty')} <input name={honeypotName} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}
