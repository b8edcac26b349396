import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listSaidBy } from './form-answer.data.ts'
import { keyOf } from './in-each.rules.ts'

/** What this person answered to the hosts' questions. It goes with them when they are forgotten. */
export const rsvpFormData: DataOf = async (db, personId) => ({
  saidWithRsvp: (await listSaidBy(db, personId)).map(({ event, words, said, saidAt }) => ({
    event,
    question: keyOf(words),
    answer: said.join('; '),
    saidAt,
  })),
})

/**
 * What a person reads beside it.
 * @public
 */
export const rsvpFormDataWords = [say('Rsvp forms'), say('Said with rsvp')]
