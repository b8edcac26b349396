type Similar = { href: string; title: string; language: string }

const typingPause = 600

/** While somebody types what happened, answers that may help already stand below. */
class SimilarAnswers extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    this.querySelector('textarea')?.addEventListener('input', (event) => {
      clearTimeout(this.timer)
      const typed = (event.target as HTMLTextAreaElement).value.trim()
      if (typed.length > 15) this.timer = setTimeout(() => void this.show(typed), typingPause)
    })
  }

  private async show(typed: string) {
    const answer = await fetch(`${this.dataset['from'] ?? ''}?q=${encodeURIComponent(typed.slice(0, 400))}`).catch(() => null)
    if (!answer?.ok) return
    const found = (await answer.json()) as Similar[]
    const list = document.createElement('ul')
    list.append(...found.map(entry))
    const words = document.createElement('p')
    words.append(this.dataset['words'] ?? '')
    this.querySelector('[data-answers]')?.replaceChildren(...(found.length > 0 ? [words, list] : []))
  }
}

function entry({ href, title, language }: Similar) {
  const link = Object.assign(document.createElement('a'), { href, lang: language, textContent: title })
  const item = document.createElement('li')
  item.append(link)
  return item
}

customElements.define('similar-answers', SimilarAnswers)
