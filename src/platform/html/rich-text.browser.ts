import type { Editor } from '@tiptap/core'
import { newRichEditor, nodesOf } from './rich-editor.ts'
import type { RichNode } from './rich-text.rules.ts'
import { linkDialog } from './rich-link.ts'
import { presses, showActive } from './rich-tools.ts'
import { pastedMarkdown } from './writing-paste.ts'

/** Shows the Markdown of a writing area as it will be read. What is sent stays the Markdown of its field. */
function enrich(area: HTMLElement) {
  const [field, bar, dialog] = [
    area.querySelector('textarea'),
    area.querySelector<HTMLElement>('[role=toolbar]'),
    area.querySelector('dialog'),
  ]
  if (!field || !bar || !dialog) return
  const buttons = [...bar.querySelectorAll('button')]
  const place = document.createElement('div')
  field.before(place)
  const askLink = linkDialog(dialog, () => rich.editor)
  const rich = newRichEditor(
    field.value,
    {
      element: place,
      editorProps: {
        attributes: { class: 'input full writing rich prose' },
        handlePaste: (_view, event) => takeIn(event.clipboardData, rich.editor, area),
        handleDrop: (_view, event) => takePictures(event.dataTransfer, area),
      },
      onUpdate: () => fill(field, rich.markdown()),
      onTransaction: ({ editor }) => showActive(buttons, editor),
    },
    { 'Mod-k': () => askLink() },
  )
  const modes = labelledBy(field, rich.editor.view.dom, buttons)
  modes.rich()
  showActive(buttons, rich.editor)
  bar.addEventListener(
    'click',
    (event) => press(event, { ...presses, link: askLink, markdown: () => modes.swap(() => rich.read(field.value)) }),
    true,
  )

  function press(event: MouseEvent, acts: Record<string, (editor: Editor) => unknown>) {
    const tool = event.target instanceof Element ? event.target.closest('button')?.dataset['tool'] : undefined
    if (!tool || (modes.isMarkdown() && tool !== 'markdown')) return
    event.stopImmediatePropagation()
    acts[tool]?.(rich.editor)
  }
}

/** As if it were typed: whoever watches the form hears of it. */
function fill(field: HTMLTextAreaElement, markdown: string) {
  if (field.value === markdown) return
  field.value = markdown
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Of the two, one is seen; it alone has the field's label, hint and place among links. */
function labelledBy(field: HTMLTextAreaElement, shown: HTMLElement, buttons: HTMLButtonElement[]) {
  const { id } = field
  const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(id)}"]`)
  if (label) label.id = `label-${id}`
  label?.addEventListener('click', () => shown.isConnected && !shown.hidden && shown.focus())
  const roles = { role: 'textbox', 'aria-multiline': 'true' }
  const told = ['aria-describedby', 'aria-invalid'].flatMap((name) => [[name, field.getAttribute(name)] as const])
  for (const [name, value] of [...Object.entries(roles), ...told]) if (value) shown.setAttribute(name, value)
  const see = (isMarkdown: boolean) => {
    field.hidden = !isMarkdown
    shown.hidden = isMarkdown
    field.id = isMarkdown ? id : ''
    shown.id = isMarkdown ? '' : id
    shown.setAttribute('aria-labelledby', isMarkdown ? '' : `label-${id}`)
    if (label) label.htmlFor = isMarkdown ? id : ''
    for (const button of buttons) tell(button, isMarkdown)
  }
  return {
    rich: () => see(false),
    isMarkdown: () => !field.hidden,
    swap(read: () => void) {
      if (!field.hidden) read()
      see(Boolean(field.hidden))
    },
  }
}

const richOnly = ['subheading', 'undo', 'redo']

function tell(button: HTMLButtonElement, isMarkdown: boolean) {
  const tool = button.dataset['tool'] ?? ''
  if (tool === 'markdown') button.setAttribute('aria-pressed', String(isMarkdown))
  else if (isMarkdown) button.removeAttribute('aria-pressed')
  button.hidden = isMarkdown && richOnly.includes(tool)
}

/** What Word, Google Docs or a web page put on the clipboard comes in clean; what was copied from this editor, as it was. */
function takeIn(from: DataTransfer | null, editor: Editor, area: HTMLElement): boolean {
  if (!from || takePictures(from, area)) return from !== null
  const html = from.getData('text/html')
  const markdown = html.includes('data-pm-slice') ? null : pastedMarkdown(html)
  return markdown !== null && editor.commands.insertContent(withinLine(nodesOf(markdown)))
}

/** One paragraph goes on where the cursor stands. */
function withinLine(nodes: RichNode[]): RichNode[] {
  const [only, ...more] = nodes
  return more.length === 0 && only?.type === 'paragraph' ? (only.content ?? []) : nodes
}

/** A picture is offered to the page around; where that has no place for it, the writer is told. Of a picture that comes with words, only the words come in. */
function takePictures(from: DataTransfer | null, area: HTMLElement): boolean {
  if (!from || !hasPicture(from) || from.getData('text/html').trim()) return false
  const offer = new CustomEvent('picture-offered', { bubbles: true, cancelable: true, detail: from.files })
  if (isTooLarge(from)) say(area, 'large')
  else if (area.dispatchEvent(offer)) say(area, 'picture')
  return true
}

const hasPicture = ({ files }: DataTransfer) => [...files].some(({ type }) => type.startsWith('image/'))
const isTooLarge = ({ files }: DataTransfer) => [...files].some(({ size }) => size > 10 * 1024 * 1024)

function say(area: HTMLElement, what: string) {
  const says = area.querySelector<HTMLElement>('.writing-says')
  if (says) says.textContent = says.dataset[what] ?? null
}

for (const area of document.querySelectorAll<HTMLElement>('writing-area')) enrich(area)
