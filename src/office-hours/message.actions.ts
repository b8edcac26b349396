import { transaction, type Db, type Tx } from '#database'
import { findPerson, type Place } from '#people'
import { queueMail, queueMails } from '#platform/mail'
import type { LetterFile } from '#platform/mail-in'
import { listHostsOf } from './hosts.data.ts'
import { hostReplyMail, askerReplyMail } from './message.mails.tsx'
import { saveMessage, type Said } from './message.data.ts'
import { linkFor } from './office-hours.links.ts'
import { paths } from './office-hours.paths.ts'
import { lockQuestion, type QuestionRow } from './question.data.ts'
import { answersTo } from './thread.ts'

type Now = Temporal.Instant
export type Writing = {
  questionId: string
  personId: string
  words: string
  quoted: string
  files: LetterFile[]
  /** By which the same mail is known again. */
  mailKey: string | null
}

/** What is written on a page quotes nothing and brings no files. */
export const onPage = { quoted: '', files: [], mailKey: null }

/**
 * Writes about a challenge: a host's words go to whoever asked, the asker's to the hosts. False when the challenge is not there, not
 * confirmed or withdrawn. The same mail is kept and passed on once.
 */
export const writeAbout = (db: Db, place: Place, writing: Writing, now: Now): Promise<boolean> =>
  transaction(db, async (tx) => {
    const question = await lockQuestion(tx, place.network.id, writing.questionId)
    if (!question?.confirmedAt || question.withdrawnAt) return false
    const side = question.personId === writing.personId ? ('asker' as const) : ('host' as const)
    const said = { ...writing, side }
    if (await saveMessage(tx, said, now)) await (side === 'host' ? tellAsker : tellHosts)(tx, place, { question, said }, now)
    return true
  })

type Told = { question: QuestionRow; said: Said }

async function tellAsker(tx: Tx, place: Place, { question, said }: Told, now: Now) {
  const { network } = place
  const [asker, host] = [await findPerson(tx, question.personId), await findPerson(tx, said.personId)]
  if (!asker) return
  const answering = await answersTo(tx, place, [{ questionId: question.id, personId: asker.id }])
  const link = linkFor(place, 'question', { about: question.id, personId: asker.id })
  const reader = { network, person: asker, language: asker.language ?? network.language, link, ...answering(asker.id) }
  await queueMail(tx, hostReplyMail(reader, { ...said, name: nameOf(host) }), now)
}

async function tellHosts(tx: Tx, place: Place, { question, said }: Told, now: Now) {
  const { network, baseUrl } = place
  const [asker, hosts] = [await findPerson(tx, said.personId), await listHostsOf(tx, question)]
  const answering = await answersTo(
    tx,
    place,
    hosts.map(({ id }) => ({ questionId: question.id, personId: id })),
  )
  const link = baseUrl + paths.queued(question.id)
  const mails = hosts.map((host) => {
    const reader = { network, person: host, language: host.language ?? network.language, link, ...answering(host.id) }
    return askerReplyMail(reader, { ...said, name: nameOf(asker) || (asker?.email ?? '') })
  })
  await queueMails(tx, mails, now)
}

const nameOf = (person: { firstName: string; lastName: string } | undefined): string =>
  [person?.firstName, person?.lastName].filter(Boolean).join(' ')
