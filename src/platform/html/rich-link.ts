import type { Editor } from '@tiptap/core'

/** Asks for the address of a link: of the words chosen, or of the link that the cursor stands in. */
export function linkDialog(dialog: HTMLDialogElement, editor: () => Editor) {
  const field = dialog.querySelector('input')
  const complaint = dialog.querySelector<HTMLElement>('[role=alert]')
  if (!field || !complaint) return () => false
  const close = () => {
    dialog.close()
    editor().commands.focus()
  }
  const set = () => {
    const href = addressIn(field.value)
    complaint.hidden = href !== null
    if (href === null) return field.focus()
    close()
    putLink(editor(), href)
  }
  const acts: Record<string, () => void> = {
    set,
    remove: () => (close(), editor().chain().focus().extendMarkRange('link').unsetLink().run()),
    cancel: close,
  }
  dialog.addEventListener('click', ({ target }) => target instanceof HTMLElement && acts[target.dataset['link'] ?? '']?.())
  // The key would send the form around.
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    set()
  })
  return () => open(dialog, field, complaint, editor())
}

function open(dialog: HTMLDialogElement, field: HTMLInputElement, complaint: HTMLElement, editor: Editor): boolean {
  const { href } = editor.getAttributes('link')
  field.value = typeof href === 'string' ? href : ''
  complaint.hidden = true
  const remove = dialog.querySelector<HTMLButtonElement>('[data-link=remove]')
  if (remove) remove.hidden = !href
  dialog.showModal()
  return true
}

/** An address as people type it; null when it is none that a reader should follow. */
function addressIn(typed: string): string | null {
  const text = typed.trim()
  if (/^(?:\/(?![/\\])|#)\S*$/.test(text)) return text
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  const isLink = URL.canParse(whole) && /^(?:https?|mailto|tel):$/.test(new URL(whole).protocol)
  return isLink && !/\s/.test(whole) && /[.:]/.test(text) ? whole : null
}

/** Where no words are chosen, the address itself becomes the words. */
function putLink(editor: Editor, href: string) {
  const { empty } = editor.state.selection
  if (empty && !editor.isActive('link'))
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: href.replace(/^mailto:/, ''), marks: [{ type: 'link', attrs: { href } }] })
      .run()
  else editor.chain().focus().extendMarkRange('link').setLink({ href }).run()
}
