import type { Texts } from '#letters'

/** What a series begins after. */
export const beginnings = ['joined', 'first-rsvp', 'convener'] as const
export type BeginsWith = (typeof beginnings)[number]

/** What makes the rest of a series needless; whoever leaves the list gets nothing more in any case. */
export const stops = ['rsvped'] as const
export type StopsWith = (typeof stops)[number]

export type Ended = 'finished' | 'left' | 'stopped' | 'before'

/** Stands for the step that was sent last as long as it is not reckoned when the first is due. */
export const justCame = -1

export type Delay = { afterDays: number; atHour: number | null }

/** When a step is due: days on the reader's own calendar, then at the hour; an hour that is over today comes tomorrow. */
export function dueAt(since: Temporal.Instant, { afterDays, atHour }: Delay, timeZone: string): Temporal.Instant {
  const then = since.toZonedDateTimeISO(timeZone).add({ days: afterDays })
  if (atHour === null) return then.toInstant()
  const hour = then.withPlainTime(Temporal.PlainTime.from({ hour: atHour }))
  const isOver = Temporal.ZonedDateTime.compare(hour, then) < 0 && afterDays === 0
  return (isOver ? hour.add({ days: 1 }) : hour).toInstant()
}

const tooLate = Temporal.Duration.from({ hours: 24 * 14 })

/** A welcome that is weeks late, since the series was off or nothing ran, is none any more. */
export const isTooLate = (due: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(now, due.add(tooLate)) > 0

/** What is to be done about somebody whose step is due. */
export type Turn = { standing: 'reads' | 'rests' | 'left'; hasStopped: boolean; isLate: boolean; hasStep: boolean }

/** rest: they have paused the list, or take it once a month; it is asked again tomorrow. */
export function turnOf({ standing, hasStopped, isLate, hasStep }: Turn): 'send' | 'rest' | Exclude<Ended, 'before'> {
  if (standing === 'left') return 'left'
  if (hasStopped || isLate) return 'stopped'
  if (!hasStep) return 'finished'
  return standing === 'rests' ? 'rest' : 'send'
}

const isWritten = (texts: Texts) => Object.values(texts).some((text) => text.trim())

/** Before it is switched on, each step has a subject and words. */
export const mayGoOn = (steps: { subject: Texts; body: Texts }[]): boolean =>
  steps.length > 0 && steps.every(({ subject, body }) => isWritten(subject) && isWritten(body))
