import type { Block, Texts } from '#letters'

export type Moments = {
  scheduledFor: Temporal.Instant | null
  sendingBeganAt: Temporal.Instant | null
  sentAt: Temporal.Instant | null
  cancelledAt: Temporal.Instant | null
  publishedAt: Temporal.Instant | null
}

/** late: it should have left and has not, since Guildhall was not running or something in it is unfinished; a steward decides. published: on the web alone. */
export type EditionState = 'draft' | 'published' | 'scheduled' | 'late' | 'sending' | 'sent' | 'cancelled'

const mayBeLateBy = Temporal.Duration.from({ hours: 2 })

/** A message about last week's call helps nobody: what is later than two hours is not sent by itself. */
export const isTooLate = (scheduledFor: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, scheduledFor.add(mayBeLateBy)) >= 0

const isOverdue = (scheduledFor: Temporal.Instant, now: Temporal.Instant) =>
  Temporal.Instant.compare(now, scheduledFor.add({ minutes: 10 })) > 0

export function stateOf({ scheduledFor, sendingBeganAt, sentAt, cancelledAt, publishedAt }: Moments, now: Temporal.Instant): EditionState {
  if (sendingBeganAt) return cancelledAt ? 'cancelled' : sentAt ? 'sent' : 'sending'
  if (scheduledFor) return isOverdue(scheduledFor, now) ? 'late' : 'scheduled'
  return publishedAt ? 'published' : 'draft'
}

/** What was sent stays as it was; the web copy alone can be corrected, and says so. */
export const mayEdit = ({ sendingBeganAt }: Pick<Moments, 'sendingBeganAt'>): boolean => sendingBeganAt === null

export type ToMend = 'no-subject' | 'no-blocks' | 'empty-words' | 'no-picture' | 'no-alternative' | 'unfinished-button' | 'no-recording'

/** What must be mended before an edition can go out: nothing half done reaches an inbox. */
export function toMend({ subject, blocks }: { subject: Texts; blocks: Block[] }): ToMend[] {
  const found: ToMend[] = [
    ...(isEmpty(subject) ? ['no-subject' as const] : []),
    ...(blocks.length === 0 ? ['no-blocks' as const] : []),
    ...blocks.flatMap(unfinished),
  ]
  return [...new Set(found)]
}

type Checks = { [Type in Block['type']]: (block: Extract<Block, { type: Type }>) => ToMend[] }

const checks: Checks = {
  words: ({ text }) => (isEmpty(text) ? ['empty-words'] : []),
  events: () => [],
  tips: () => [],
  recording: ({ webinar }) => (webinar ? [] : ['no-recording']),
  picture: (block) => unfinishedPicture(block),
  personal: () => [],
  button: ({ label, href }) => (isEmpty(label) || !href ? ['unfinished-button'] : []),
}

const unfinished = <Type extends Block['type']>(block: Extract<Block, { type: Type }>): ToMend[] => checks[block.type](block)

function unfinishedPicture({ picture, alt }: Extract<Block, { type: 'picture' }>): ToMend[] {
  if (!picture) return ['no-picture']
  return isEmpty(alt) ? ['no-alternative'] : []
}

function isEmpty(texts: Texts): boolean {
  return !Object.values(texts).some((text) => text.trim())
}
