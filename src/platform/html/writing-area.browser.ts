import { pastedMarkdown } from './writing-paste.ts'
import { changeFor, type Change, type Tool } from './writing.rules.ts'

const keys: Record<string, Tool> = { b: 'bold', i: 'italic', k: 'link' }

/** A field for Markdown with its toolbar. Without script it is the field alone. */
class WritingArea extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('textarea')
    const bar = this.querySelector<HTMLElement>('[role=toolbar]')
    if (!field || !bar) return
    const buttons = [...bar.querySelectorAll('button')]
    bar.hidden = false
    bar.addEventListener('click', ({ target }) => {
      const tool = target instanceof Element ? target.closest('button')?.dataset['tool'] : undefined
      if (tool) press(field, tool as Tool)
    })
    rove(bar, buttons)
    field.addEventListener('keydown', (event) => shortcut(event, field))
    field.addEventListener('paste', (event) => paste(event, field))
  }
}

function press(field: HTMLTextAreaElement, tool: Tool) {
  field.focus()
  apply(field, changeFor(tool, { text: field.value, start: field.selectionStart, end: field.selectionEnd }))
}

/** As if it were typed, so that undo takes it back. */
function apply(field: HTMLTextAreaElement, { from, to, insert, start, end }: Change) {
  field.setSelectionRange(from, to)
  const isTyped = document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert)
  if (!isTyped) {
    field.setRangeText(insert, from, to)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  field.setSelectionRange(start, end)
}

function shortcut(event: KeyboardEvent, field: HTMLTextAreaElement) {
  const tool = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? keys[event.key.toLowerCase()] : undefined
  if (!tool) return
  event.preventDefault()
  press(field, tool)
}

function paste(event: ClipboardEvent, field: HTMLTextAreaElement) {
  const text = pastedMarkdown(event.clipboardData?.getData('text/html') ?? '')
  if (text === null) return
  event.preventDefault()
  const [from, to] = [field.selectionStart, field.selectionEnd]
  apply(field, { from, to, insert: text, start: from + text.length, end: from + text.length })
}

/** One stop for the tab key; arrows, Home and End walk along the buttons (ARIA practices, toolbar). */
function rove(bar: HTMLElement, all: HTMLButtonElement[]) {
  const stopAt = (stop: HTMLButtonElement | undefined) => all.forEach((button) => (button.tabIndex = button === stop ? 0 : -1))
  stopAt(all[0])
  bar.addEventListener('focusin', ({ target }) => stopAt(target as HTMLButtonElement))
  bar.addEventListener('keydown', (event) => {
    const buttons = all.filter(({ hidden }) => !hidden)
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const places: Record<string, number> = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }
    const next = places[event.key]
    if (next === undefined) return
    event.preventDefault()
    buttons.at(next % buttons.length)?.focus()
  })
}

customElements.define('writing-area', WritingArea)
