import type { ComponentChildren } from 'preact'
import { useWords } from './page-context.ts'

/** What all fields have. The error is in the reader's words already. */
export type FieldProps = {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren | undefined
  error?: string | undefined
  value?: string | undefined
  required?: boolean | undefined
  /** The label says "(optional)". */
  optional?: boolean | undefined
  /** To be copied, not typed in. */
  readOnly?: boolean | undefined
}

export type InputProps = FieldProps & {
  type?: 'text' | 'email' | 'url' | 'tel' | 'number' | 'search' | 'date' | 'time' | 'datetime-local' | 'file' | 'color' | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'email' | 'url' | 'tel' | 'search' | undefined
  maxLength?: number | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  accept?: string | undefined
  /** The id of a list of proposals. */
  list?: string | undefined
  /** How wide the answer is: a code, a number, a name. */
  width?: 'short' | 'medium' | 'full' | undefined
}

/** One line to type in. */
export function Field({ label, hint, optional, error, width = 'full', value, autocomplete, inputmode, ...input }: InputProps) {
  const { name, required, type = 'text' } = input
  return (
    <Labelled {...{ name, label, hint, optional, error }}>
      <input
        {...input}
        {...describedBy({ name, hint, error })}
        type={type as 'text'}
        class={`input ${width}`}
        value={type === 'file' ? undefined : (value ?? '')}
        required={required}
        autoComplete={autocomplete}
        inputMode={inputmode}
      />
    </Labelled>
  )
}

export type TextAreaProps = FieldProps & { rows?: number; maxLength?: number; spellcheck?: boolean }

/** Several lines to type in; grows with what is typed where the browser can. */
export function TextArea({ label, hint, optional, error, value, rows = 5, ...area }: TextAreaProps) {
  const { name } = area
  return (
    <Labelled {...{ name, label, hint, optional, error }}>
      <textarea {...area} {...describedBy({ name, hint, error })} class="input full" rows={rows} value={value ?? ''} />
    </Labelled>
  )
}

/** The native date and hour, in the zone that the form names beside it. Values are "2026-01-15T14:00". */
export const DateTimeField = (props: FieldProps & { min?: string; max?: string }) => (
  <Field {...props} type="datetime-local" width="medium" />
)

type LabelledProps = Pick<FieldProps, 'name' | 'label' | 'hint' | 'optional' | 'error'> & { children: ComponentChildren }

/** Label above, hint under the label, error beside the field. */
export function Labelled({ name, label, hint, optional, error, children }: LabelledProps) {
  const t = useWords()
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label for={`field-${name}`}>
        {label}
        {optional && <span class="optional"> {t('(optional)')}</span>}
      </label>
      {hint && (
        <p class="hint" id={`hint-${name}`}>
          {hint}
        </p>
      )}
      <FieldError name={name} error={error} />
      {children}
    </div>
  )
}

export const FieldError = ({ name, error }: { name: string; error: string | undefined }) =>
  error ? (
    <p class="field-error" id={`error-${name}`}>
      {error}
    </p>
  ) : null

/** Ties an input to its label, hint and error. */
export function describedBy({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const ids = [hint ? `hint-${name}` : '', error ? `error-${name}` : ''].filter(Boolean).join(' ')
  return { id: `field-${name}`, 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}
