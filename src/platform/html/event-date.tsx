import type { HTMLAttributes } from 'preact'
import { whenParts, type Elsewhere, type Span, type WhenParts } from '#platform/time'
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
  const { timeZone, language } = usePage()
  const month = size === 'entry' ? 'short' : 'long'
  const when = whenParts(span, timeZone, language, month)
  const content = (
    <>
      <Clock when={when} starts={starts} /> {size === 'large' && <OtherClocks clocks={when.elsewhere} />}
    </>
  )
  if (timeZone) return <div class={`event-date date-${size}`}>{content}</div>
  return (
    <local-time class={`event-date date-${size}`} starts={starts} ends={ends} zone={span.timeZone} month={month}>
      {content}
    </local-time>
  )
}

const Clock = ({ when, starts }: { when: WhenParts; starts: string }) => (
  <time dateTime={starts}>
    <Part name="weekday" words={when.weekday} />{' '}
    <span class="day">
      <Part name="date" words={when.date} /> <Part name="year" words={when.year} />
    </span>{' '}
    <span class="hour">
      <Part name="hours" words={when.hours} /> <Part name="zone" words={when.zone} />
    </span>
  </time>
)

/** What `local-time` finds and says anew in the reader's zone. */
const Part = ({ name, words }: { name: string; words: string }) => (
  <span class={name} data-part={name}>
    {words}
  </span>
)

function OtherClocks({ clocks }: { clocks: Elsewhere[] }) {
  const t = useWords()
  const short: Record<string, string> = { Eastern: t('Eastern'), Central: t('Central'), Mountain: t('Mountain'), Pacific: t('Pacific') }
  return (
    <span class="elsewhere" data-part="elsewhere">
      {clocks.map(({ day, hours, zone }) => (
        <span class="clock" key={zone}>
          {day && `${day}, `}
          {hours} {short[zone] ?? zone}{' '}
        </span>
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
