import type { Tx } from '#database'
import { findPerson, type Place } from '#people'
import { queueMail, queueMails } from '#platform/mail'
import { listHostsOf } from './hosts.data.ts'
import { linkFor } from './office-hours.links.ts'
import { paths } from './office-hours.paths.ts'
import { findQuestion } from './question.data.ts'
import { answersTo } from './thread.ts'
import { questionCameMail, questionKeptMail } from './question.mails.tsx'

/** Tells whoever asked that it arrived, and where it can be changed. */
export async function tellAsker(tx: Tx, place: Place, { id, personId }: { id: string; personId: string }, now: Temporal.Instant) {
  const { network } = place
  const person = await findPerson(tx, personId)
  if (!person) return
  const link = linkFor(place, 'question', { about: id, personId })
  const language = person.language ?? network.language
  const answering = await answersTo(tx, place, [{ questionId: id, personId }])
  await queueMail(
    tx,
    { ...questionKeptMail({ network, person, language, link, ...answering(personId) }), onceKey: `question-kept:${id}` },
    now,
  )
}

/** Tells those who will hear it, so that they can think before the call. */
export async function tellHosts(tx: Tx, place: Place, id: string, now: Temporal.Instant) {
  const { network, baseUrl } = place
  const question = await findQuestion(tx, network.id, id)
  const asker = question && (await findPerson(tx, question.personId))
  if (!asker) return
  const name = [asker.firstName, asker.lastName].filter(Boolean).join(' ') || asker.email
  const hosts = await listHostsOf(tx, question)
  const answering = await answersTo(
    tx,
    place,
    hosts.map((host) => ({ questionId: id, personId: host.id })),
  )
  const link = baseUrl + paths.queued(id)
  const mails = hosts.map((host) => {
    const reader = { network, person: host, language: host.language ?? network.language, link, ...answering(host.id) }
    return { ...questionCameMail(reader, question, name), onceKey: `question-came:${id}:${host.id}` }
  })
  await queueMails(tx, mails, now)
}
