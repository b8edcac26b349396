import { transaction, type Db } from '#database'
import type { Place } from '#people'
import { queueMails } from '#platform/mail'
import { findAnswerById } from './answer.data.ts'
import { didItHelpMail } from './answer.mails.tsx'
import { linkFor } from './office-hours.links.ts'
import { listToAsk } from './outcome.data.ts'

const afterDays = Temporal.Duration.from({ hours: 24 * 30 })
/** A server that stood still for a week asks late; what is older than that is let be. */
const atMostLate = Temporal.Duration.from({ hours: 24 * 7 })

/** Asks whoever was told of an answer a month ago, once each however often it runs. */
export async function askWhetherItHelped(db: Db, place: Place, now: Temporal.Instant): Promise<void> {
  const { network } = place
  const until = now.subtract(afterDays)
  const people = await listToAsk(db, network.id, { from: until.subtract(atMostLate), until })
  for (const [answerId, asked] of Map.groupBy(people, (person) => person.answerId))
    await transaction(db, async (tx) => {
      const english = await findAnswerById(tx, { networkId: network.id, language: 'en' }, answerId)
      const spanish = await findAnswerById(tx, { networkId: network.id, language: 'es' }, answerId)
      const mails = asked.flatMap((person) => {
        const language = person.language ?? network.language
        const answer = language === 'es' ? spanish : english
        const link = linkFor(place, 'did it help', { about: answerId, personId: person.id })
        return answer
          ? [{ ...didItHelpMail({ network, person, language, link }, answer), onceKey: `did-it-help:${answerId}:${person.id}` }]
          : []
      })
      await queueMails(tx, mails, now)
    })
}
