/** Plays from the sentence or chapter that is chosen, and marks the sentence that is heard. Its links work without it. */
class MediaPlayer extends HTMLElement {
  connectedCallback() {
    const media = this.querySelector('video, audio')
    if (!(media instanceof HTMLMediaElement)) return
    const sentences = [...this.querySelectorAll<HTMLElement>('[data-until]')]
    this.addEventListener('click', (event) => this.choose(event, media))
    media.addEventListener('timeupdate', () => mark(sentences, media.currentTime * 1000))
  }

  private choose(event: MouseEvent, media: HTMLMediaElement) {
    const chosen = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null
    if (!chosen || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    media.currentTime = Number(chosen.dataset['at']) / 1000
    media.play().catch(() => undefined)
    if (!isSeen(media)) media.scrollIntoView({ block: 'start' })
  }
}

function mark(sentences: HTMLElement[], now: number) {
  for (const sentence of sentences) {
    const { at, until } = sentence.dataset
    const isHeard = Number(at) <= now && now < Number(until)
    if (isHeard) sentence.setAttribute('aria-current', 'time')
    else sentence.removeAttribute('aria-current')
  }
}

function isSeen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

customElements.define('media-player', MediaPlayer)
