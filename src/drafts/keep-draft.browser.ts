import { bodyOf, filled, isOfUse, type Copy } from './keep-draft.rules.ts'

const pause = 3000
const beat = 20_000

/** Keeps what is typed every few seconds and when one leaves; in this browser where the server cannot be reached. Tells who else writes. */
class KeepDraft extends HTMLElement {
  private timer: number | undefined
  private isSending = false
  private isDone = false
  private isHere = false

  connectedCallback() {
    const { form } = this
    if (!form) return
    this.offer()
    form.addEventListener('input', () => this.changed())
    form.addEventListener('submit', () => this.stop())
    for (const sign of ['pointermove', 'pointerdown', 'keydown']) addEventListener(sign, () => this.arrive(), { once: true, passive: true })
    addEventListener('pagehide', () => this.leave())
    addEventListener('pageshow', ({ persisted }) => persisted && (this.isDone = false))
    setInterval(() => this.isHere && void this.look(), beat)
  }

  private get form() {
    return this.closest('form')
  }

  private get copy(): Copy {
    const { form } = this
    return { body: form ? bodyOf(new FormData(form)) : '', seen: this.field('seen') }
  }

  private field(name: string) {
    return this.form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? ''
  }

  private get key() {
    return `draft ${location.pathname} ${this.field('language')}`
  }

  private changed() {
    if (this.isDone) return
    keep(this.key, this.copy)
    this.timer ??= window.setTimeout(() => void this.send(), pause)
  }

  /** One at a time, so that an older one never comes after a newer. */
  private async send() {
    this.timer = undefined
    if (this.isDone) return
    if (this.isSending) return this.changed()
    this.isSending = true
    const { body } = this.copy
    const answer = await post(this.dataset['draft'], body)
    this.isSending = false
    this.told(answer, body)
  }

  private told(answer: Answer, body: string) {
    if (answer.keptAt) {
      if (body === this.copy.body) forget(this.key)
      return this.tell('saved', { time: clockIn(this.dataset['zone']).format(Date.parse(answer.keptAt)) })
    }
    if (answer.refused) this.isDone = true
    this.tell(answer.refused === 'saved-since' ? 'behind' : answer.refused ? 'sent' : 'lost')
    if (!answer.refused) this.timer ??= window.setTimeout(() => void this.send(), pause * 2)
  }

  private tell(what: string, values: Record<string, string> = {}) {
    const said = this.querySelector('[data-said]')
    if (said) said.textContent = filled(this.dataset[what] ?? '', values)
  }

  /** The button sends everything: what is typed here is on its way. */
  private stop() {
    this.isDone = true
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private leave() {
    if (this.timer !== undefined && this.dataset['draft']) navigator.sendBeacon(this.dataset['draft'], new URLSearchParams(this.copy.body))
    if (this.isHere && this.dataset['writers'])
      navigator.sendBeacon(this.dataset['writers'], new URLSearchParams({ language: this.field('language'), leaving: 'yes' }))
    this.isHere = false
  }

  private arrive() {
    if (this.isHere) return
    this.isHere = true
    void this.look()
  }

  private async look() {
    const { others, seen, savedBy } = await post(
      this.dataset['writers'],
      new URLSearchParams({ language: this.field('language') }).toString(),
    )
    if (!others) return
    const names = JSON.parse(this.dataset['names'] ?? '{}') as Record<string, string>
    const here = others.map(({ name, language }) => filled(this.dataset['other'] ?? '', { name, language: names[language] ?? '' }))
    const saved = savedBy && seen !== this.field('seen') ? [filled(this.dataset['changed'] ?? '', { name: savedBy })] : []
    show(this.querySelector('[data-others]'), [...saved, ...here])
  }

  /** Words that never left this browser are offered back. */
  private offer() {
    const copy = kept(this.key)
    const offer = this.querySelector<HTMLElement>('[data-offer]')
    if (!copy || !offer) return
    if (!isOfUse(copy, { ...this.copy, isMine: this.dataset['mine'] !== undefined })) return forget(this.key)
    offer.hidden = false
    offer.querySelector('[data-act=bring]')?.addEventListener('click', () => void this.bring(copy))
    offer.querySelector('[data-act=drop]')?.addEventListener('click', () => {
      forget(this.key)
      offer.hidden = true
    })
  }

  private async bring({ body }: Copy) {
    const answer = await post(this.dataset['draft'], `${body}&insists=yes`)
    if (!answer.keptAt) return this.told(answer, body)
    forget(this.key)
    this.stop()
    location.assign(`${location.pathname}?language=${this.field('language')}&draft=yes`)
  }
}

type Answer = { keptAt?: string; refused?: string; others?: { name: string; language: string }[]; seen?: string; savedBy?: string | null }

/** Nothing of it when the server was not reached, or did not understand. */
async function post(href: string | undefined, body: string): Promise<Answer> {
  try {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await fetch(href ?? '', { method: 'POST', body, headers })
    return answer.ok || answer.status === 409 ? ((await answer.json()) as Answer) : {}
  } catch {
    return {}
  }
}

/** Only what is new is put in, so that a screen reader says it once. */
function show(place: Element | null, sentences: string[]) {
  if (!place || sentences.join('\n') === [...place.children].map(({ textContent }) => textContent).join('\n')) return
  place.replaceChildren(
    ...sentences.map((sentence) => {
      const line = document.createElement('p')
      line.className = 'warned'
      line.textContent = sentence
      return line
    }),
  )
}

const clockIn = (timeZone: string | undefined) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { hour: 'numeric', minute: '2-digit', timeZone })

/** A browser may forbid to keep anything, or have no room left. */
function keep(key: string, copy: Copy) {
  try {
    localStorage.setItem(key, JSON.stringify(copy))
  } catch {
    forget(key)
  }
}

function kept(key: string): Copy | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Copy | null
  } catch {
    return null
  }
}

function forget(key: string) {
  try {
    localStorage.removeItem(key)
  } catch {
    // Then nothing was kept either.
  }
}

customElements.define('keep-draft', KeepDraft)
