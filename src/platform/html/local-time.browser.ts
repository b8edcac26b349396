import { whenParts, type Elsewhere } from '#platform/time'

/** Shows an event in the zone of this browser, the event's own hour small beside it. What the server said stays otherwise. */
class LocalTime extends HTMLElement {
  connectedCallback() {
    const timeZone = this.getAttribute('zone')
    const starts = this.getAttribute('starts')
    if (!timeZone || !starts) return
    const span = { startsAt: momentOf(starts), endsAt: momentOf(this.getAttribute('ends') ?? starts), timeZone }
    const reader = new Intl.DateTimeFormat().resolvedOptions().timeZone
    const month = this.getAttribute('month') === 'short' ? 'short' : 'long'
    const { elsewhere, ...words } = whenParts(span, reader, document.documentElement.lang, month)
    for (const [part, text] of Object.entries(words)) this.piece(part)?.replaceChildren(text)
    this.piece('elsewhere')?.replaceChildren(...elsewhere.map(clock))
  }

  private piece(name: string) {
    return this.querySelector(`[data-part=${name}]`)
  }
}

/** Browsers without Temporal read these too. */
const momentOf = (iso: string) => ({ epochMilliseconds: Date.parse(iso) })

function clock({ day, hours, zone }: Elsewhere) {
  const element = document.createElement('span')
  element.className = 'clock'
  element.append(`${day ? `${day}, ` : ''}${hours} ${zone}`)
  return element
}

customElements.define('local-time', LocalTime)
