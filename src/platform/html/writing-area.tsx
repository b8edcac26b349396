import type { ComponentChildren, HTMLAttributes } from 'preact'
import { asset } from './assets.ts'
import { describedBy, Labelled, type TextAreaProps } from './fields.tsx'
import { useWords } from './page-context.ts'
import type { Tool } from './writing.rules.ts'

/**
 * A field for Markdown. With script it shows the text as it will be read, with a toolbar and shortcuts, and what is pasted
 * from Word or Google Docs comes out clean. What is sent is Markdown in either case.
 */
export function WritingArea({ label, hint, optional, error, value, rows = 18, ...area }: TextAreaProps) {
  const { name } = area
  return (
    <Labelled {...{ name, label, hint, optional, error }}>
      <writing-area>
        <Toolbar field={`field-${name}`} />
        <textarea {...area} {...describedBy({ name, hint, error })} class="input full writing" rows={rows} value={value ?? ''} />
        <LinkDialog />
        <WritingSentences />
      </writing-area>
      <MarkdownHelp />
      <script type="module" src={asset('writing-area.js')} />
      <script type="module" src={asset('rich-text.js')} />
    </Labelled>
  )
}

/** Hidden until the script that works it has come. */
function Toolbar({ field }: { field: string }) {
  const t = useWords()
  return (
    <div class="writing-tools" role="toolbar" aria-label={t('Formatting')} aria-controls={field} hidden>
      <ToolButton tool="bold" key_="B">
        {t('Bold')}
      </ToolButton>
      <ToolButton tool="italic" key_="I">
        {t('Italic')}
      </ToolButton>
      <ToolButton tool="heading">{t('Heading')}</ToolButton>
      <ToolButton tool="subheading" rich>
        {t('Smaller heading')}
      </ToolButton>
      <ToolButton tool="list">{t('List')}</ToolButton>
      <ToolButton tool="numbers">{t('Numbered list')}</ToolButton>
      <ToolButton tool="quote">{t('Quote')}</ToolButton>
      <ToolButton tool="link" key_="K">
        {t('Link')}
      </ToolButton>
      <ToolButton tool="undo" key_="Z" rich>
        {t('Undo')}
      </ToolButton>
      <ToolButton tool="redo" key_="Y" rich>
        {t('Redo')}
      </ToolButton>
      <ToolButton tool="markdown" rich>
        {t('As Markdown')}
      </ToolButton>
    </div>
  )
}

type ToolButtonProps = {
  tool: Tool | 'subheading' | 'undo' | 'redo' | 'markdown'
  key_?: string
  /** Only of use where the text is shown as it will be read. */
  rich?: boolean
  children: ComponentChildren
}

const ToolButton = ({ tool, key_, rich, children }: ToolButtonProps) => (
  <button type="button" data-tool={tool} title={key_ && `Ctrl+${key_}`} aria-keyshortcuts={key_ && `Control+${key_}`} hidden={rich}>
    {children}
  </button>
)

/** Asks where a link leads. Its field has no name, so that nothing of it is sent. */
function LinkDialog() {
  const t = useWords()
  return (
    <dialog class="link-dialog" aria-label={t('Link')}>
      <label>
        {t('Where it leads')}
        <input class="input full" type="url" inputMode="url" placeholder="https://" />
      </label>
      <p class="field-error" role="alert" hidden>
        {t('Enter an address that begins with https://, or a page of this site such as /events.')}
      </p>
      <p class="acts">
        <button type="button" class="button primary" data-link="set">
          {t('Set the link')}
        </button>
        <button type="button" class="button quiet" data-link="remove">
          {t('Remove the link')}
        </button>
        <button type="button" class="button quiet" data-link="cancel">
          {t('Cancel')}
        </button>
      </p>
    </dialog>
  )
}

/** What the script has to say, in the reader's language. */
function WritingSentences() {
  const t = useWords()
  return <p class="hint writing-says" role="status" data-picture={t('Pictures cannot stand within this text.')} />
}

function MarkdownHelp() {
  const t = useWords()
  const lines: [string, string][] = [
    [`## ${t('Heading')}`, t('opens a section')],
    [`**${t('Bold')}**`, t('for what must be seen')],
    [`*${t('Italic')}*`, t('for a word said with weight')],
    ['- …', t('each line an item of a list')],
    ['1. …', t('each line a step')],
    ['> …', t('what somebody said')],
    [`[${t('words')}](https://…)`, t('a link')],
  ]
  return (
    <details class="writing-help">
      <summary>{t('How to format text')}</summary>
      <p class="hint">{t('Leave an empty line between paragraphs.')}</p>
      <dl>
        {lines.map(([mark, meaning]) => (
          <div key={mark}>
            <dt>
              <code>{mark}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'writing-area': HTMLAttributes<HTMLElement>
    }
  }
}
