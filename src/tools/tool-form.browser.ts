import { itemsOf } from './reach.rules.ts'
import { readAnswers } from './reading.rules.ts'
import { bandOf } from './result.rules.ts'
import type { ToolDefinition } from './tool.definition.ts'
import { figureWords, inWords } from './tool.words.ts'
import { answersIn } from './typed.rules.ts'

const keptAs = (name: string) => `tool ${name}`
type Kept = Record<string, string>

/** A tool while it is answered: kept on this device as one types, folded to what is asked, counted by the server's own rules. */
class ToolForm extends HTMLElement {
  private definition: ToolDefinition | null = null

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    this.restore(form)
    form.addEventListener('input', () => {
      this.keep(form)
      this.count(form)
    })
    form.addEventListener('submit', (event) => {
      if (navigator.onLine) return
      event.preventDefault()
      this.note(this.dataset['offline'])
    })
    void this.learn(form)
  }

  /** What stands in the form already, after a mistake, is newer than what was kept. */
  private restore(form: HTMLFormElement) {
    const name = this.dataset['keep']
    if (!name || this.querySelector('.error-summary')) return
    const kept = JSON.parse(localStorage.getItem(keptAs(name)) ?? '{}') as Kept
    if (Object.keys(kept).length === 0) return
    for (const field of fieldsIn(form)) fill(field, kept[field.name])
    this.note(this.dataset['restored'])
  }

  private keep(form: HTMLFormElement) {
    const name = this.dataset['keep']
    if (name) localStorage.setItem(keptAs(name), JSON.stringify(typedIn(form)))
  }

  private async learn(form: HTMLFormElement) {
    const answer = await fetch(this.dataset['definition'] ?? '').catch(() => null)
    if (!answer?.ok) return
    this.definition = (await answer.json()) as ToolDefinition
    this.count(form)
  }

  private count(form: HTMLFormElement) {
    const tool = this.definition
    if (!tool) return
    const reading = readAnswers(tool, answersIn(tool, typedIn(form)).answers)
    for (const part of this.querySelectorAll<HTMLElement>('[data-item]')) part.hidden = !reading.isAsked(part.dataset['item'] ?? '')
    for (const part of this.querySelectorAll<HTMLElement>('[data-section]'))
      part.hidden = part.querySelector('[data-item]:not([hidden])') === null
    const asked = itemsOf(tool).filter(({ key }) => reading.isAsked(key))
    const done = asked.filter(({ key }) => reading.answerTo(key) !== undefined).length
    this.say(tool, { done, all: asked.length }, reading.score)
  }

  private say(tool: ToolDefinition, counted: { done: number; all: number }, scoreOf: (key: string) => number | null) {
    const place = this.querySelector<HTMLElement>('[data-score]')
    if (!place) return
    const language = this.dataset['language'] === 'es' ? 'es' : 'en'
    const figures = tool.scores.flatMap((score) => {
      const value = scoreOf(score.key)
      if (score.show !== 'first' || value === null) return []
      const band = bandOf(score, value)
      return [
        `${inWords(score.words, language)}: ${figureWords({ as: score.as, value }, language)}${band ? `, ${inWords(band.words, language)}` : ''}`,
      ]
    })
    const words = (place.dataset['words'] ?? '').replace('{done}', String(counted.done)).replace('{all}', String(counted.all))
    place.textContent = [words, ...figures].join(' · ')
  }

  private note(words = '') {
    const place = this.querySelector<HTMLElement>('[data-note]')
    if (place) place.textContent = words
  }
}

type TypedField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const fieldsIn = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (field): field is TypedField =>
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) &&
      field.name.startsWith('q-'),
  )

const isTick = (field: TypedField): field is HTMLInputElement => field.type === 'radio' || field.type === 'checkbox'

const typedIn = (form: HTMLFormElement): Kept =>
  Object.fromEntries(
    fieldsIn(form).flatMap((field) =>
      field.value === '' || (isTick(field) && !(field as HTMLInputElement).checked) ? [] : [[field.name, field.value]],
    ),
  )

function fill(field: TypedField, kept: string | undefined) {
  if (kept === undefined) return
  if (isTick(field)) field.checked = field.value === kept
  else field.value = kept
}

/** Once there is a result, what was kept on the way to it goes: the device may be somebody else's tomorrow. */
class ToolDone extends HTMLElement {
  connectedCallback() {
    localStorage.removeItem(keptAs(this.dataset['kept'] ?? ''))
  }
}

customElements.define('tool-form', ToolForm)
customElements.define('tool-done', ToolDone)
