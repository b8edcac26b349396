/** Four megabytes a piece: a slow line sends one well within the two minutes that a request may take. */
const pieceSize = 4 * 1024 * 1024
const firstWait = 1000
const longestWait = 30_000

/** Sends the chosen file piece by piece, and goes on where it was when the line is cut or the page was closed. */
class ResumableUpload extends HTMLElement {
  connectedCallback() {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      const file = this.querySelector('input')?.files?.[0]
      if (!file) return
      event.preventDefault()
      void this.send(file)
    })
  }

  private async send(file: File) {
    const button = this.querySelector('button')
    button?.setAttribute('disabled', '')
    const ended = await this.sendAll(file).catch(() => null)
    button?.removeAttribute('disabled')
    if (ended) location.assign(ended)
    else this.say(this.dataset['failed'] ?? '')
  }

  /** Gives the page to go on to; null when the server refused, having said why. */
  private async sendAll(file: File): Promise<string | null> {
    const key = `upload ${this.dataset['begin']} ${this.dataset['purpose']} ${file.name} ${file.size} ${file.lastModified}`
    let place = remembered(key)
    let offset = place ? await offsetOf(place) : null
    if (place === null || offset === null) {
      place = await this.begin(file)
      offset = 0
    }
    if (place === null) return null
    remember(key, place)
    const ended = await this.sendFrom(place, file, offset)
    if (ended !== null) remember(key, null)
    return ended
  }

  private async begin(file: File): Promise<string | null> {
    const answer = await fetch(this.dataset['begin'] ?? '', {
      method: 'POST',
      headers: {
        'upload-length': String(file.size),
        'upload-purpose': this.dataset['purpose'] ?? '',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    })
    if (answer.status === 201) return answer.headers.get('location')
    throw new Error(await answer.text())
  }

  private async sendFrom(place: string, file: File, from: number): Promise<string | null> {
    let [offset, wait] = [from, firstWait]
    for (;;) {
      this.show(offset, file.size)
      const answer = await sendPiece(place, file, offset).catch(() => null)
      if (isEnd(answer)) return answer?.headers.get('location') ?? null
      if (answer?.status === 204) {
        offset = Number(answer.headers.get('upload-offset'))
        wait = firstWait
      } else {
        await this.waitFor(wait)
        wait = Math.min(wait * 2, longestWait)
        offset = (await offsetOf(place).catch(() => null)) ?? offset
      }
    }
  }

  private waitFor(milliseconds: number) {
    this.say(this.dataset['waiting'] ?? '')
    return new Promise((resolve) => setTimeout(resolve, milliseconds))
  }

  private show(sent: number, size: number) {
    const percent = Math.floor((sent / Math.max(size, 1)) * 100)
    const progress = this.querySelector('progress')
    progress?.removeAttribute('hidden')
    if (progress) progress.value = percent
    this.say((this.dataset['sent'] ?? '').replace('{percent}', String(percent)))
  }

  private say(words: string) {
    this.querySelector('[data-state]')?.replaceChildren(words)
  }
}

/** Null when it is gone. */
async function offsetOf(place: string): Promise<number | null> {
  const answer = await fetch(place, { method: 'HEAD' })
  return answer.ok ? Number(answer.headers.get('upload-offset')) : null
}

/** All is there; or the server says that it never will be, which is thrown. */
function isEnd(answer: Response | null): boolean {
  if (answer && [400, 404, 413, 415, 507].includes(answer.status)) throw new Error(String(answer.status))
  return answer?.headers.get('upload-complete') === '?1'
}

const sendPiece = (place: string, file: File, offset: number) =>
  fetch(place, {
    method: 'PATCH',
    headers: {
      'content-type': 'application/partial-upload',
      'upload-offset': String(offset),
      'upload-complete': offset + pieceSize >= file.size ? '?1' : '?0',
    },
    body: file.slice(offset, offset + pieceSize),
  })

const remembered = (key: string): string | null => attempt(() => localStorage.getItem(key)) ?? null

const remember = (key: string, place: string | null) =>
  attempt(() => (place === null ? localStorage.removeItem(key) : localStorage.setItem(key, place)))

/** A browser may forbid to remember. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

customElements.define('resumable-upload', ResumableUpload)
