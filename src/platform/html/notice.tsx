import type { ComponentChildren } from 'preact'
import { useWords } from './page-context.ts'

export type NoticeKind = 'note' | 'good' | 'problem'

/** Says what has happened or what to know, by its shape and a word, not by colour alone. */
export function Notice({ kind = 'note', children }: { kind?: NoticeKind; children: ComponentChildren }) {
  const t = useWords()
  const word = { note: t('Note'), good: t('Done'), problem: t('Problem') }[kind]
  return (
    <div class={`notice ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      <Mark kind={kind} />
      <div>
        <strong class="notice-word">{word}</strong>
        <div>{children}</div>
      </div>
    </div>
  )
}

/** A state in one word: a shape, then the word. */
export const Status = ({ kind = 'note', children }: { kind?: NoticeKind | 'quiet'; children: ComponentChildren }) => (
  <span class={`status ${kind}`}>
    <Mark kind={kind} />
    {children}
  </span>
)

const shapes = {
  note: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 3v.5m0 2.5v4',
  good: 'M2.5 8.5 6.5 12.5 13.5 4',
  problem: 'M8 1.8 15 14H1ZM8 6v4m0 2v.5',
  quiet: 'M3 8h10',
} as const

const Mark = ({ kind }: { kind: keyof typeof shapes }) => (
  <svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={shapes[kind]} />
  </svg>
)
