const pause = 400

/** Counts anew while rules are changed. Without script the button "Count without saving" does the same. */
class SegmentCount extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined
  private asking: AbortController | undefined

  connectedCallback() {
    this.addEventListener('change', () => this.countSoon())
    this.addEventListener('input', () => this.countSoon())
  }

  private countSoon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.count(), pause)
  }

  /** The whole page as the button would bring it, of which only the figures are taken. A newer question ends an older one. */
  private async count() {
    const form = this.querySelector('form')
    const action = form?.querySelector<HTMLButtonElement>('button[formaction]')?.formAction
    if (!form || !action) return
    this.asking?.abort()
    this.asking = new AbortController()
    const fields = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
    try {
      const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(fields), signal: this.asking.signal })
      if (answer.ok) this.show(await answer.text())
    } catch {
      // The next change asks again, and the button is there.
    }
  }

  private show(html: string) {
    const counted = new DOMParser().parseFromString(html, 'text/html').getElementById('audience')
    const shown = this.querySelector('#audience')
    if (counted && shown) shown.replaceChildren(...counted.childNodes)
  }
}

customElements.define('segment-count', SegmentCount)
