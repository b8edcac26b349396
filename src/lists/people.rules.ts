import type { SuppressionReason } from '#suppressions'

/** How somebody stands with a list, as stewards are told it. */
export type ShownStanding = 'on' | 'asked' | 'invited' | 'left' | 'bounced' | 'complained' | 'stopped'

/** What stewards can look for among the people of a list. */
export const sought = ['on', 'asked', 'left', 'stopped'] as const
export type Sought = (typeof sought)[number]

export type OnList = {
  askedAt: Temporal.Instant
  confirmedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
  invitedAt: Temporal.Instant | null
  /** Why nothing is sent to the address. */
  stoppedFor: SuppressionReason | null
}

const stopsAs = { bounced: 'bounced', unreachable: 'bounced', complained: 'complained', added: 'stopped' } as const

/** Leaving counts before what the address did; a wish after leaving counts again. */
export function standingShown({ askedAt, confirmedAt, leftAt, invitedAt, stoppedFor }: OnList): ShownStanding {
  if (leftAt && Temporal.Instant.compare(askedAt, leftAt) <= 0) return 'left'
  if (stoppedFor && stoppedFor !== 'erased') return stopsAs[stoppedFor]
  if (confirmedAt && !leftAt) return 'on'
  return invitedAt ? 'invited' : 'asked'
}

/** Since when they stand so. */
export const standsSince = (person: OnList): Temporal.Instant => {
  const standing = standingShown(person)
  if (standing === 'left') return person.leftAt ?? person.askedAt
  return standing === 'on' ? (person.confirmedAt ?? person.askedAt) : person.askedAt
}

export type PaperRefusal = 'on-it' | 'left-since' | 'bounced' | 'complained' | 'added' | 'erased'

type Before = { isOn: boolean; leftOn: Temporal.PlainDate | null; stoppedFor: SuppressionReason[] }

/** Why a consent on paper does not count: the person has said something else since, or their address has. */
export function againstPaper({ isOn, leftOn, stoppedFor }: Before, givenOn: Temporal.PlainDate): PaperRefusal | null {
  if (isOn) return 'on-it'
  if (leftOn && Temporal.PlainDate.compare(givenOn, leftOn) <= 0) return 'left-since'
  const reason = (['complained', 'erased', 'added', 'bounced', 'unreachable'] as const).find((one) => stoppedFor.includes(one))
  return reason === 'unreachable' ? 'bounced' : (reason ?? null)
}
