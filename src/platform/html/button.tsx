import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export type ButtonKind = 'primary' | 'quiet' | 'danger'

export type ButtonProps = {
  children: ComponentChildren
  kind?: ButtonKind | undefined
  name?: string | undefined
  value?: string | undefined
  /** Why it cannot be used just now; shown beside it. */
  disabledReason?: string | null | undefined
  /** Another address than the form's. */
  action?: string | undefined
  /** The form it belongs to when it stands outside of it. */
  form?: string | undefined
}

/** A verb. What it does to others is said in its words. */
export function Button({ children, kind = 'primary', name, value, disabledReason, action, form }: ButtonProps) {
  const reason = useId()
  const button = (
    <button
      class={`button ${kind}`}
      name={name}
      value={value}
      formAction={action}
      form={form}
      disabled={Boolean(disabledReason)}
      aria-describedby={disabledReason ? reason : undefined}
    >
      {children}
    </button>
  )
  if (!disabledReason) return button
  return (
    <span class="button-with-reason">
      {button}{' '}
      <span class="hint" id={reason}>
        {disabledReason}
      </span>
    </span>
  )
}

/** A link that looks like a button: it leads to where the act begins. */
export const LinkButton = ({ href, children, kind = 'primary' }: { href: string; children: ComponentChildren; kind?: ButtonKind }) => (
  <a class={`button ${kind}`} href={href}>
    {children}
  </a>
)
