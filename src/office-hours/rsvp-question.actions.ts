import { transaction, type Db } from '#database'
import type { Place } from '#people'
import type { Language } from '#platform/text'
import { releaseMerged } from './merge.data.ts'
import { changeQuestion, saveQuestion, type QuestionRow } from './question.data.ts'
import { findRsvpQuestion, lockRsvp, type RsvpOf } from './rsvp-question.data.ts'
import { tellHosts } from './telling.actions.ts'

type Sent = { person: { id: string; email: string; language: Language | null }; event: RsvpOf['event']; words: string }

/**
 * A short question to the hosts, sent with an RSVP, is a challenge for that event and for the hosts alone, until its asker says more.
 * Other words take the place of the first ones; none at all withdraw it.
 */
export const bringWithRsvp = (db: Db, place: Place, { person, event, words }: Sent, now: Temporal.Instant): Promise<void> =>
  transaction(db, async (tx) => {
    const networkId = place.network.id
    const rsvp = await lockRsvp(tx, { networkId, personId: person.id, event })
    if (!rsvp) return
    const before = await findRsvpQuestion(tx, rsvp.eventId, person.id)
    if (before) {
      await changeQuestion(tx, before.id, changeOf(before, words, now))
      if (words === '' && !before.answerId) await releaseMerged(tx, before.id)
    } else if (words !== '') {
      const input = { stage: '', happened: words, tried: '', wish: null, sharing: 'not-at-all' as const, event: rsvp.eventId }
      const id = await saveQuestion(tx, { networkId, personId: person.id, input, rsvpEventId: rsvp.eventId, confirmedAt: now }, now)
      await tellHosts(tx, place, id, now)
    }
  })

/** What was answered stays as it was asked. */
const changeOf = ({ happened, withdrawnAt, answerId }: QuestionRow, words: string, now: Temporal.Instant) => {
  if (answerId) return { happened }
  return words === '' ? { withdrawnAt: withdrawnAt ?? now } : { happened: words, withdrawnAt: null }
}
