/** A part of the page that follows what happens. Without it the page stands as it was sent, with a link to read it anew. */
class LivePart extends HTMLElement {
  private source: EventSource | null = null
  private shown = ''

  connectedCallback() {
    const address = this.getAttribute('stream')
    if (!address) return
    this.follow(address)
  }

  private follow(address: string) {
    const source = new EventSource(address)
    this.source = source
    source.addEventListener('message', ({ data }) => this.show(JSON.parse(String(data)) as string))
    // Where very many follow, the server says no: one asks again later, and the page stands as it is meanwhile.
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED && this.isConnected) setTimeout(() => this.isConnected && this.follow(address), 30_000)
    })
  }

  disconnectedCallback() {
    this.source?.close()
  }

  private show(html: string) {
    if (html === this.shown) return
    this.shown = html
    const place = placeOf(document.activeElement)
    // Written by our own server, as the rest of the page is.
    this.innerHTML = html
    if (place) this.querySelector<HTMLElement>(place)?.focus()
  }
}

/** Whoever stands on a button stands on it still. */
function placeOf(element: Element | null): string | null {
  if (!(element instanceof HTMLButtonElement) || !element.form) return null
  const form = `form[action="${CSS.escape(element.form.getAttribute('action') ?? '')}"]`
  return `live-part ${form} button[value="${CSS.escape(element.value)}"]`
}

customElements.define('live-part', LivePart)
