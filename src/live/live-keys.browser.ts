const kept = 'live-keys'

/** One key for what a host does most. They can be turned off, and do nothing while one writes or with another key held. */
class LiveKeys extends HTMLElement {
  private readonly hear = (event: KeyboardEvent) => this.press(event)

  connectedCallback() {
    this.hidden = false
    const box = this.box
    if (box) box.checked = localStorage.getItem(kept) !== 'off'
    box?.addEventListener('change', () => localStorage.setItem(kept, box.checked ? 'on' : 'off'))
    document.addEventListener('keydown', this.hear)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.hear)
  }

  private get box() {
    return this.querySelector<HTMLInputElement>('input[type=checkbox]')
  }

  private press(event: KeyboardEvent) {
    if (!this.box?.checked || isHeldWithAnother(event) || isWriting(event.target)) return
    const target = this.targetOf(event.key.toLowerCase())
    if (!target) return
    event.preventDefault()
    if (target instanceof HTMLButtonElement) target.click()
    else target.focus()
  }

  private targetOf(key: string): HTMLElement | null {
    const line = this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
    return line && document.querySelector<HTMLElement>(line.dataset['target'] ?? 'live-keys')
  }
}

const isHeldWithAnother = ({ ctrlKey, altKey, metaKey, repeat }: KeyboardEvent): boolean => ctrlKey || altKey || metaKey || repeat

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'))

customElements.define('live-keys', LiveKeys)
