import { browserSupportsWebAuthn, browserSupportsWebAuthnAutofill, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Asks the browser for a passkey, puts its answer into the form and sends it as any other. */
class PasskeyForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form || !browserSupportsWebAuthn()) return
    this.piece('form')?.removeAttribute('hidden')
    this.piece('missing')?.remove()
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.answer(form, false).catch(() => this.tell(this.getAttribute('failed') ?? ''))
    })
    if (this.getAttribute('kind') === 'sign-in') void this.offer(form)
  }

  /** Lets the browser offer passkeys while someone types their address. Nobody asked for it, so nothing is said when it comes to nothing. */
  private async offer(form: HTMLFormElement) {
    if (await browserSupportsWebAuthnAutofill()) await this.answer(form, true).catch(() => undefined)
  }

  private async answer(form: HTMLFormElement, quietly: boolean) {
    this.tell('')
    const response = await fetch(this.getAttribute('options') ?? '', { method: 'POST' })
    if (!response.ok) throw new Error('no options')
    const optionsJSON = await response.json()
    const answer =
      this.getAttribute('kind') === 'add'
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON, useBrowserAutofill: quietly })
    const field = form.elements.namedItem('answer')
    if (field instanceof HTMLInputElement) field.value = JSON.stringify(answer)
    form.submit()
  }

  private tell(sentence: string) {
    const status = this.piece('says')
    if (status) status.textContent = sentence
  }

  private piece(name: string) {
    return this.querySelector(`[data-part=${name}]`)
  }
}

customElements.define('passkey-form', PasskeyForm)
