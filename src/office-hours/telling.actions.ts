import type { Tx } from '#database'
import { findPerson, type Place } from '#people'
import { queueMail, queueMails } from '#platform/mail'
import { listHostsOf } from './hosts.data.ts'
import { linkFor } from './office-hours.links.ts'
import { paths } from './office-hours.paths.ts'
import { findQuestion } from './question.data.ts'
import { questionCameMail, questionKeptMail } from './question.mails.tsx'

/** Tells whoever asked that it arrived, and where it can be changed. */
export async function tellAsker(tx: Tx, place: Place, { id, personId }: { id: string; personId: string }, now: Temporal.Instant) {
  const { network } = place
  const person = await findPerson(tx, personId)
  if (!person) return
  const link = linkFor(place, 'question', { about: id, personId })
  const language = person.language ?? network.language
  await queueMail(tx, { ...questionKeptMail({ network, person, language, link }), onceKey: `question-kept:${id}` }, now)
}

/** Tells those who will hear it, so that they can think before the call. */
export async function tellHosts(tx: Tx, { network, baseUrl }: Place, id: string, now: Temporal.Instant) {
  const question = await findQuestion(tx, network.id, id)
  const asker = question && (await findPerson(tx, question.personId))
  if (!asker) return
  const name = [asker.firstName, asker.lastName].filter(Boolean).join(' ') || asker.email
  const mails = (await listHostsOf(tx, question)).map((host) => ({
    ...questionCameMail(
      { network, person: host, language: host.language ?? network.language, link: baseUrl + paths.queue },
      question,
      name,
    ),
    onceKey: `question-came:${id}:${host.id}`,
  }))
  await queueMails(tx, mails, now)
}
