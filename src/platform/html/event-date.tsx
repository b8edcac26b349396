import type { HTMLAttributes } from 'preact'
import { whenParts, type Elsewhere, type Span } from '#platform/time'
import { usePage, useWords } from './page-context.ts'

export type EventDateProps = {
  /** Null: the date is to be announced. */
  startsAt: Temporal.Instant | null
  endsAt?: Temporal.Instant | null | undefined
  timeZone: string
  /** `large` on the event's page and the front page, `entry` beside a title in a list, `line` inside a text. */
  size?: 'large' | 'entry' | 'line' | undefined
}

/** The strongest thing an event has: weekday, day, month, year, the hour on the reader's clock. */
export function EventDate({ startsAt, endsAt, timeZone, size = 'large' }: EventDateProps) {
  const t = useWords()
  if (!startsAt) return <p class={`event-date date-${size} open`}>{t('Date to be announced')}</p>
  const span = { startsAt, endsAt, timeZone }
  return <KnownDate span={span} size={size} starts={startsAt.toString()} ends={endsAt?.toString()} />
}

type KnownDateProps = { span: Span; size: 'large' | 'entry' | 'line'; starts: string; ends: string | undefined }

function KnownDate({ span, size, starts, ends }: KnownDateProps) {
  const page = usePage()
  const { weekday, date, year, hours, zone, elsewhere } = whenParts(span, page.timeZone, page.language, size === 'entry' ? 'short' : 'long')
  const content = (
    <>
      <time dateTime={starts}>
        <span class="weekday" data-part="weekday">{weekday}</span>{' '}
        <span class="day"><span class="date" data-part="date">{date}</span> <span class="year" data-part="year">{year}</span></span>{' '}
        <span class="hour"><span class="hours" data-part="hours">{hours}</span> <span class="zone" data-part="zone">{zone}</span></span>
      </time>{' '}
      {size === 'large' && <OtherClocks clocks={elsewhere} />}
    </>
  )
  return page.timeZone
    ? <div class={`event-date date-${size}`}>{content}</div>
    : <local-time class={`event-date date-${size}`} starts={starts} ends={ends} zone={span.timeZone} month={size === 'entry' ? 'short' : 'long'}>{content}</local-time>
}

function OtherClocks({ clocks }: { clocks: Elsewhere[] }) {
  const t = useWords()
  const short: Record<string, string> = { Eastern: t('Eastern'), Central: t('Central'), Mountain: t('Mountain'), Pacific: t('Pacific') }
  return (
    <span class="elsewhere" data-part="elsewhere">
      {clocks.map(({ day, hours, zone }) => (
        <span class="clock" key={zone}>{day && `${day}, `}{hours} {short[zone] ?? zone} </span>
      ))}
    </span>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'local-time': HTMLAttributes<HTMLElement> & { starts: string; ends: string | undefined; zone: string; month: 'long' | 'short' }
    }
  }
}
