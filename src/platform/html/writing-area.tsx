import type { ComponentChildren, HTMLAttributes } from 'preact'
import { asset } from './assets.ts'
import { describedBy, Labelled, type TextAreaProps } from './fields.tsx'
import { useWords } from './page-context.ts'
import type { Tool } from './writing.rules.ts'

/** A field for Markdown. With script it has a toolbar and shortcuts, and what is pasted from Word or Google Docs becomes Markdown. */
export function WritingArea({ label, hint, optional, error, value, rows = 18, ...area }: TextAreaProps) {
  const { name } = area
  return (
    <Labelled {...{ name, label, hint, optional, error }}>
      <writing-area>
        <Toolbar field={`field-${name}`} />
        <textarea {...area} {...describedBy({ name, hint, error })} class="input full writing" rows={rows} value={value ?? ''} />
      </writing-area>
      <MarkdownHelp />
      <script type="module" src={asset('writing-area.js')} />
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
      <ToolButton tool="list">{t('List')}</ToolButton>
      <ToolButton tool="numbers">{t('Numbered list')}</ToolButton>
      <ToolButton tool="quote">{t('Quote')}</ToolButton>
      <ToolButton tool="link" key_="K">
        {t('Link')}
      </ToolButton>
    </div>
  )
}

const ToolButton = ({ tool, key_, children }: { tool: Tool; key_?: string; children: ComponentChildren }) => (
  <button type="button" data-tool={tool} title={key_ && `Ctrl+${key_}`} aria-keyshortcuts={key_ && `Control+${key_}`}>
    {children}
  </button>
)

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
