import { z } from 'zod'
import { say } from '#platform/text'

/** A day and hour on the writer's clock, ahead of now and within a year. */
export const momentForm = (timeZone: string, now: Temporal.Instant) =>
  z.object({
    at: z
      .string()
      .default('')
      .transform((typed, issue) => {
        const at = instantOf(typed, timeZone)
        const complaint = at ? complaintOf(at, now) : say('Enter a day and an hour.')
        if (!at || complaint) {
          issue.addIssue(complaint ?? '')
          return z.NEVER
        }
        return at
      }),
  })

function complaintOf(at: Temporal.Instant, now: Temporal.Instant): string | null {
  if (Temporal.Instant.compare(at, now) <= 0) return say('This moment is over. Choose one that is to come.')
  if (Temporal.Instant.compare(at, now.add({ hours: 24 * 366 })) > 0) return say('This is more than a year ahead. Choose a nearer day.')
  return null
}

function instantOf(typed: string, timeZone: string): Temporal.Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(typed)) return null
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone).toInstant()
  } catch {
    return null
  }
}

/** An hour on each reader's own clock. It must be to come somewhere: where the community is. */
export const localHourForm = (timeZone: string, now: Temporal.Instant) =>
  z.object({
    localAt: z
      .string()
      .default('')
      .transform((typed, issue) => {
        const at = instantOf(typed, timeZone)
        const complaint = at ? complaintOf(at, now) : say('Enter a day and an hour.')
        if (!at || complaint) {
          issue.addIssue(complaint ?? '')
          return z.NEVER
        }
        return typed.slice(0, 16)
      }),
  })
