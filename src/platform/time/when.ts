import { remembered } from './remembered.ts'
import { formatZone } from './zones.ts'

/** A Temporal.Instant, or in a browser without Temporal anything that knows its milliseconds. */
export type Moment = { readonly epochMilliseconds: number }

/** What a date is typeset from. An event of several days gives ranges: "Tuesday – Thursday", "October 6 – 8". */
export type DayParts = { weekday: string; date: string; year: string }

export type Span = { startsAt: Moment; endsAt?: Moment | null | undefined; timeZone: string }

/** "Thursday, January 15, 2026" */
export const formatDay = (moment: Moment, timeZone: string, language: string): string =>
  say(language, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, moment)

/** "2:00 PM" */
export const formatTime = (moment: Moment, timeZone: string, language: string): string => say(language, { timeZone, ...clock }, moment)

/** "2:00 – 3:00 PM"; of several days the first hour and the last, "8:30 AM – 4:00 PM"; one hour alone when the end is unknown. */
export function formatTimes({ startsAt, endsAt, timeZone }: Span, language: string): string {
  const options = { timeZone, ...clock }
  if (endsAt && isSameDay(startsAt, endsAt, timeZone)) return say(language, options, startsAt, endsAt)
  return [startsAt, ...(endsAt ? [endsAt] : [])].map((moment) => say(language, options, moment)).join(' – ')
}

/** One line for mails and subjects: "Thursday, January 15, 2026, 2:00 – 3:00 PM Central Time". */
export function formatWhen(span: Span, language: string): string {
  const { startsAt, endsAt, timeZone } = span
  const days = say(language, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, startsAt, endsAt)
  return `${days}, ${formatTimes(span, language)} ${formatZone(timeZone, language, startsAt)}`
}

export function dayParts(span: Span, language: string, month: 'long' | 'short' = 'long'): DayParts {
  const part = (options: Intl.DateTimeFormatOptions) => say(language, { timeZone: span.timeZone, ...options }, span.startsAt, span.endsAt)
  return { weekday: part({ weekday: 'long' }), date: part({ day: 'numeric', month }), year: part({ year: 'numeric' }) }
}

/** Whether two zones show the same day and hour at this moment: then one of them is enough. */
export const isSameClock = (moment: Moment, one: string, other: string): boolean => stamp(moment, one) === stamp(moment, other)

const said = remembered<string>(2000)

const clock = { hour: 'numeric', minute: '2-digit' } as const

const isSameDay = (one: Moment, other: Moment, timeZone: string) =>
  stamp(one, timeZone).slice(0, 10) === stamp(other, timeZone).slice(0, 10)

const stamp = (moment: Moment, timeZone: string) =>
  said(`${timeZone} ${moment.epochMilliseconds}`, () =>
    formatter('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(moment.epochMilliseconds),
  )

function say(language: string, options: Intl.DateTimeFormatOptions, from: Moment, to?: Moment | null): string {
  const key = [language, JSON.stringify(options), from.epochMilliseconds, to?.epochMilliseconds].join(' ')
  return said(key, () => {
    const words = formatter(localeOf(language), options)
    const text = to ? words.formatRange(from.epochMilliseconds, to.epochMilliseconds) : words.format(from.epochMilliseconds)
    return text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ')
  })
}

/** The languages are spoken here as in the United States: hours of 12, months before days in English. */
const localeOf = (language: string) => (language.includes('-') ? language : `${language}-US`)

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter takes a hundred times as long as using it. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, known)
  return known
}
