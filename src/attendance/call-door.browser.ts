import { untilWords } from '#platform/time'

const minute = 60_000
const between = 20_000

/** The door of a call that is closed yet: says how long it is until then, and reads the page anew once it is open. */
class CallDoor extends HTMLElement {
  private timer: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    this.timer = setInterval(() => void this.look(), between)
  }

  disconnectedCallback() {
    clearInterval(this.timer)
  }

  private async look() {
    const now = Date.now()
    const begins = Date.parse(this.getAttribute('begins') ?? '')
    const words = untilWords({ epochMilliseconds: now }, { epochMilliseconds: begins }, document.documentElement.lang)
    this.querySelector('[data-part=until]')?.replaceChildren(words)
    // Who is hours early need not ask each time.
    const isFarOff = begins - now > 60 * minute && Math.floor(now / between) % 15 !== 0
    if (!isFarOff && (await isOpenAt(this.getAttribute('ask') ?? ''))) location.reload()
  }
}

/** Without a connection it is not known, and asked again. */
async function isOpenAt(address: string): Promise<boolean> {
  const answer = await fetch(address).catch(() => null)
  return answer?.ok ? ((await answer.json()) as { isOpen: boolean }).isOpen : false
}

customElements.define('call-door', CallDoor)
