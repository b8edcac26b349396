import type { ComponentChildren } from 'preact'
import { describedBy, FieldError, Labelled, type FieldProps } from './fields.tsx'
import { useWords } from './page-context.ts'

export type Option = { value: string; words: string; hint?: string }
export type OptionGroup = { words: string; options: Option[] }

export type SelectProps = FieldProps & {
  options?: Option[] | undefined
  groups?: OptionGroup[] | undefined
  /** The words of the empty choice, when there is one. */
  empty?: string | undefined
}

export function Select({ name, label, hint, optional, error, value, required, options = [], groups = [], empty }: SelectProps) {
  const show = (option: Option) => (
    <option key={option.value} value={option.value} selected={option.value === value}>
      {option.words}
    </option>
  )
  return (
    <Labelled {...{ name, label, hint, optional, error }}>
      <select {...describedBy({ name, hint, error })} class="input" name={name} required={required}>
        {empty !== undefined && (
          <option value="" selected={!value}>
            {empty}
          </option>
        )}
        {options.map(show)}
        {groups.map((group) => (
          <optgroup key={group.words} label={group.words}>
            {group.options.map(show)}
          </optgroup>
        ))}
      </select>
    </Labelled>
  )
}

/** One of a few, all in view. */
export function Choices({ options, ...field }: FieldProps & { options: (Omit<Option, 'words'> & { words: ComponentChildren })[] }) {
  const { name, value, required } = field
  return (
    <Fieldset {...field}>
      {options.map((option, place) => (
        <Tick
          key={option.value}
          type="radio"
          id={place === 0 ? `field-${name}` : `field-${name}-${place}`}
          label={option.words}
          hint={option.hint}
          input={{ name, value: option.value, required, checked: option.value === value }}
        />
      ))}
    </Fieldset>
  )
}

/** Yes or no. A ticked box sends `yes`, or the value it is given. */
export function Checkbox({ name, label, hint, error, value, required, ticked = 'yes' }: FieldProps & { ticked?: string }) {
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <FieldError name={name} error={error} />
      <Tick
        type="checkbox"
        id={`field-${name}`}
        label={label}
        hint={hint}
        input={{ name, value: ticked, required, checked: value === ticked, 'aria-invalid': error ? true : undefined }}
      />
    </div>
  )
}

export type FieldsetProps = Pick<FieldProps, 'label' | 'hint' | 'error' | 'optional'> & { name: string; children: ComponentChildren }

/** Fields that belong together, under their legend. */
export function Fieldset({ name, label, hint, error, optional, children }: FieldsetProps) {
  const t = useWords()
  const { 'aria-describedby': described } = describedBy({ name, hint, error })
  return (
    <fieldset class={error ? 'field has-error' : 'field'} aria-describedby={described}>
      <legend>
        {label}
        {optional && <span class="optional"> {t('(optional)')}</span>}
      </legend>
      {hint && (
        <p class="hint" id={`hint-${name}`}>
          {hint}
        </p>
      )}
      <FieldError name={name} error={error} />
      {children}
    </fieldset>
  )
}

type TickProps = {
  type: 'radio' | 'checkbox'
  id: string
  label: ComponentChildren
  hint?: ComponentChildren | undefined
  input: { name: string; value: string; required: boolean | undefined; checked: boolean; 'aria-invalid'?: boolean | undefined }
}

const Tick = ({ type, id, label, hint, input }: TickProps) => (
  <div class="tick">
    <input {...input} type={type} id={id} aria-describedby={hint ? `about-${id}` : undefined} />
    <label for={id}>{label}</label>
    {hint && (
      <p class="hint" id={`about-${id}`}>
        {hint}
      </p>
    )}
  </div>
)
