import type { ComponentChildren, HTMLAttributes } from 'preact'
import { Form, useWords } from '#platform/html'

export type PasskeyFormProps = {
  kind: 'sign-in' | 'add'
  action: string
  /** Where the browser asks what to make or to sign. */
  options: string
  /** What is said when the browser or the person declines. */
  failed: string
  children: ComponentChildren
}

/** A form that the browser's passkeys fill in. Only script can ask for them: without it the form does not show. */
export function PasskeyForm({ kind, action, options, failed, children }: PasskeyFormProps) {
  const t = useWords()
  return (
    <div>
      <passkey-form kind={kind} options={options} failed={failed}>
        {kind === 'add' && (
          <p class="quiet" data-part="missing">
            {t('Passkeys work where the browser knows them and runs scripts.')}
          </p>
        )}
        <div data-part="form" hidden>
          <Form action={action}>
            <input type="hidden" name="answer" />
            {children}
            <p role="status" data-part="says" />
          </Form>
        </div>
      </passkey-form>
    </div>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'passkey-form': HTMLAttributes<HTMLElement> & { kind: string; options: string; failed: string }
    }
  }
}
