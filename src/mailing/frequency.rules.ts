import type { Frequency } from './mailing.tables.ts'

/** How often somebody wants a list, as they choose it: a pause ends by itself. */
export const oftens = ['each', 'monthly', 'pause'] as const
export type Often = (typeof oftens)[number]

export const oftenOf = ({ frequency, pausedUntil }: { frequency: Frequency; pausedUntil: Temporal.Instant | null }): Often =>
  pausedUntil ? 'pause' : frequency

/** A pause lasts until the day begins where the person is. */
export const pauseEnds = (day: Temporal.PlainDate, timeZone: string): Temporal.Instant => day.toZonedDateTime({ timeZone }).toInstant()

export const dayOf = (moment: Temporal.Instant, timeZone: string): Temporal.PlainDate => moment.toZonedDateTimeISO(timeZone).toPlainDate()

const longest = Temporal.Duration.from({ years: 1 })

/** A pause begins now and ends some day within a year: longer than that, leaving is meant. */
export const mayPauseUntil = (day: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, today) > 0 && Temporal.PlainDate.compare(day, today.add(longest)) <= 0
