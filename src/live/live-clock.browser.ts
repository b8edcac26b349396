import { clockWords, standingAt } from './clock.rules.ts'

const motion = matchMedia('(prefers-reduced-motion: reduce)')

/** How far the server's clock is ahead of this one: the page says when it was made, and the browser when it came. */
function offsetOfServer(): number {
  const said = document.querySelector('live-part')?.getAttribute('now')
  const [came] = performance.getEntriesByType('navigation')
  return said && came instanceof PerformanceNavigationTiming ? Date.parse(said) - performance.timeOrigin - came.responseStart : 0
}

const offset = offsetOfServer()

/** The time of what is talked about, told each second; each half minute to whoever wants no motion. Read by nobody aloud unless asked. */
class LiveClock extends HTMLElement {
  private ticking: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    this.tell()
    this.ticking = setInterval(() => this.tell(), motion.matches ? 30_000 : 1000)
  }

  disconnectedCallback() {
    clearInterval(this.ticking)
  }

  private tell() {
    const seconds = (Date.now() + offset - Date.parse(this.said('begun'))) / 1000
    const plan = this.said('plan').split(' ').filter(Boolean).map(Number)
    const standing = plan.length > 0 ? standingAt(plan, seconds) : { step: -1, left: 0 }
    this.write('[data-elapsed]', standing === 'over' ? this.said('over') : this.words(motion.matches ? seconds - (seconds % 60) : seconds))
    for (const [at, step] of this.querySelectorAll('li').entries()) {
      const left = standing !== 'over' && standing.step === at ? this.said('left').replace('#', this.words(standing.left)) : ''
      step.ariaCurrent = left ? 'step' : null
      this.write(`li:nth-child(${at + 1}) [data-left]`, left)
    }
  }

  private said(name: string): string {
    return this.getAttribute(name) ?? ''
  }

  private write(where: string, words: string) {
    const place = this.querySelector(where)
    if (place && place.textContent !== words) place.textContent = words
  }

  private words(seconds: number): string {
    return clockWords(seconds, { toTheMinute: motion.matches })
  }
}

customElements.define('live-clock', LiveClock)
