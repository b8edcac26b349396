import type { ComponentChildren } from 'preact'

/** A typeset list. `label` names it for those who hear the page, when no heading does. */
export const EntryList = ({ children, label }: { children: ComponentChildren; label?: string }) => (
  <ul class="entries" aria-label={label}>
    {children}
  </ul>
)

export type EntryProps = {
  href?: string | undefined
  title: ComponentChildren
  /** One line under the title. */
  line?: ComponentChildren | undefined
  /** The quiet row: who, where, how long. Empty ones are left out. */
  facts?: (ComponentChildren | null | false)[] | undefined
  /** Stands beside the title: `<EventDate size="entry" … />`. */
  date?: ComponentChildren | undefined
  /** Controls of stewards, in place. */
  acts?: ComponentChildren | undefined
  /** What belongs to it, below. */
  more?: ComponentChildren | undefined
  /** 3 when the list stands under a heading of its own. */
  level?: 2 | 3 | undefined
}

export function Entry({ href, title, line, facts, date, acts, more, level = 2 }: EntryProps) {
  const Title = `h${level}` as const
  return (
    <li class={date ? 'entry dated' : 'entry'}>
      {date && <div class="entry-date">{date}</div>}
      <div class="entry-text">
        <Title>{href ? <a href={href}>{title}</a> : title}</Title>
        {line && <p>{line}</p>}
        {facts && <QuietFacts facts={facts} />}
        {more}
        {acts && <div class="acts">{acts}</div>}
      </div>
    </li>
  )
}

function QuietFacts({ facts }: { facts: ComponentChildren[] }) {
  const shown = facts.filter(Boolean)
  if (shown.length === 0) return null
  return (
    <ul class="quiet-facts">
      {shown.map((fact, place) => (
        <li key={place}>{fact}</li>
      ))}
    </ul>
  )
}

/** An empty list says so, and offers the next useful act. */
export const EmptyState = ({ sentence, act }: { sentence: ComponentChildren; act?: ComponentChildren }) => (
  <div class="empty">
    <p>{sentence}</p>
    {act && <div class="acts">{act}</div>}
  </div>
)
