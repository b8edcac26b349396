import type { Editor } from '@tiptap/core'

type Press = (editor: Editor) => boolean

/** What each button of the toolbar does to rich text. */
export const presses: Record<string, Press> = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  heading: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  subheading: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  list: (editor) => editor.chain().focus().toggleBulletList().run(),
  numbers: (editor) => editor.chain().focus().toggleOrderedList().run(),
  quote: (editor) => editor.chain().focus().toggleBlockquote().run(),
  undo: (editor) => editor.chain().focus().undo().run(),
  redo: (editor) => editor.chain().focus().redo().run(),
}

const actives: Record<string, (editor: Editor) => boolean> = {
  bold: (editor) => editor.isActive('bold'),
  italic: (editor) => editor.isActive('italic'),
  heading: (editor) => editor.isActive('heading', { level: 2 }),
  subheading: (editor) => editor.isActive('heading', { level: 3 }),
  list: (editor) => editor.isActive('bulletList'),
  numbers: (editor) => editor.isActive('orderedList'),
  quote: (editor) => editor.isActive('blockquote'),
  link: (editor) => editor.isActive('link'),
}

/** Buttons say whether the words at the cursor have what they give. */
export function showActive(buttons: HTMLButtonElement[], editor: Editor) {
  for (const button of buttons) {
    const isActive = actives[button.dataset['tool'] ?? '']
    if (isActive) button.setAttribute('aria-pressed', String(isActive(editor)))
  }
}
