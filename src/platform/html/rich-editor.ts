import { Editor, Extension, Node, type EditorOptions } from '@tiptap/core'
import { ListItem } from '@tiptap/extension-list'
import type { Node as Shown } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { joinRich, readRich, type RichNode } from './rich-text.rules.ts'
import { writeBlock } from './rich-write.rules.ts'

/** An editor of Markdown. What nobody touched is given back as it was written, to the letter. */
export function newRichEditor(markdown: string, options: Partial<EditorOptions>, keys: Record<string, () => boolean>) {
  const asked = Extension.create({ name: 'asked', addKeyboardShortcuts: () => keys })
  const editor = new Editor({
    ...options,
    injectCSS: false,
    extensions: [kit, Item, AsWritten, LooseLists, asked],
    content: docOf(markdown),
  })
  let source = remember(editor, markdown)
  return {
    editor,
    markdown: () => source(),
    read(text: string) {
      editor.commands.setContent(docOf(text), { emitUpdate: false })
      source = remember(editor, text)
    },
  }
}

export const nodesOf = (markdown: string): RichNode[] => {
  const nodes = readRich(markdown).map(({ node }) => node)
  return nodes.length > 0 ? nodes : [{ type: 'paragraph' }]
}

const docOf = (markdown: string) => ({ type: 'doc', content: nodesOf(markdown) })

/** Blocks of the editor never change, they are replaced: one that is still there was not touched. */
function remember(editor: Editor, markdown: string): () => string {
  const known = new Map<Shown, string>()
  readRich(markdown).forEach(({ raw }, place) => known.set(editor.state.doc.child(place), raw))
  const before = [...known.values()].join('\n\n')
  return () => {
    const now = joinRich(editor.state.doc.children.map((node) => known.get(node) ?? written(known, node)))
    return now === before ? markdown : now
  }
}

/** Undo brings back an equal block, not the same one. */
function written(known: Map<Shown, string>, node: Shown): string {
  const same = known.entries().find(([before]) => before.eq(node))
  const text = same?.[1] ?? writeBlock(node.toJSON() as RichNode)
  known.set(node, text)
  return text
}

/** What Markdown says that the editor does not know: shown and edited as it was written. */
const AsWritten = Node.create({
  name: 'asWritten',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: () => ['pre', { class: 'as-written', spellcheck: 'false' }, 0],
})

/** A list whose items stand apart is told from one whose items stand close. */
const LooseLists = Extension.create({
  name: 'looseLists',
  addGlobalAttributes: () => [{ types: ['bulletList', 'orderedList'], attributes: { loose: { default: false, rendered: false } } }],
})

/** The tab key leaves the text, as it leaves any field; Ctrl with a bracket moves an item in and out. */
const Item = ListItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Mod-]': () => this.editor.commands.sinkListItem(this.name),
      'Mod-[': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

const kit = StarterKit.configure({
  heading: { levels: [2, 3, 4] },
  codeBlock: false,
  underline: false,
  listItem: false,
  link: { openOnClick: false, defaultProtocol: 'https', HTMLAttributes: { rel: null, target: null } },
})
