import { transaction, type Db } from '#database'
import { confirmJoin, confirmLink, personOfConfirmToken } from '#joining'
import { leave, leaveByMail, preferencesLink, readerByLeaveToken } from '#mailing'
import { findRootNetwork } from '#networks'
import { findPerson, findPersonByEmail } from '#people'
import { mayTry, type Here } from '#platform/http'
import { queueMail, type Mail } from '#platform/mail'
import { fieldOf, isAutomatic, ownWords, wordsOf, type MailRoute, type ReceivedMail } from '#platform/mail-in'
import { addressOf, passOn } from './pass-on.actions.ts'
import { findMailTo } from './replies.data.ts'
import { joinedMail, leavingMail, unclearMail } from './reply.mails.tsx'
import { isYes, wantsToLeave } from './reply.rules.ts'

export type Replying = { baseUrl: string; mailDomain: string }

const answers = { name: 'automatic answer', tries: 1, window: Temporal.Duration.from({ hours: 24 }) }

/** At most one automatic answer a day to one address, whatever it writes (RFC 3834). */
async function answerOnce(db: Db, mail: Mail, now: Temporal.Instant): Promise<void> {
  if (await mayTry(db, answers, mail.to.email, now)) await transaction(db, (tx) => queueMail(tx, mail, now))
}

const networkOf = async (db: Db): Promise<Here> => {
  const network = await findRootNetwork(db)
  if (!network) throw new Error('There is no network yet.')
  return network
}

/**
 * An answer to the mail to confirm. The token in the address shows that whoever writes has got that mail; a yes from a
 * program is none. What is not a plain yes reaches the stewards, and its writer gets the link once more.
 */
export const confirmByMail =
  ({ baseUrl, mailDomain }: Replying): MailRoute =>
  async (received) => {
    const { db, token, mail, from, now } = received
    const network = await networkOf(db)
    const personId = personOfConfirmToken(network, token)
    const person = personId === null ? undefined : await findPerson(db, personId)
    if (!person) return 'unknown'
    if (isAutomatic(mail, { from, ours: mailDomain })) return 'taken'
    const to = { to: person, networkId: network.id, language: person.language ?? network.language }
    if (isYes(ownWords(wordsOf(mail)))) {
      const outcome = await confirmJoin(db, network, person.id, now)
      if (outcome === 'joined') await answerOnce(db, joinedMail({ ...to, link: preferencesLink({ network, baseUrl }, person.id) }), now)
      return 'taken'
    }
    await passOn(received, { network, mailDomain })
    await answerOnce(db, unclearMail({ ...to, link: confirmLink({ network, baseUrl }, person.id) }), now)
    return 'taken'
  }

/** Mail to the community's own addresses: a wish to leave is met, what else a person writes reaches the stewards. */
export const letterToUs =
  ({ baseUrl, mailDomain }: Replying): MailRoute =>
  async (received) => {
    const { db, mail, from, now } = received
    const network = await networkOf(db)
    if (isAutomatic(mail, { from, ours: mailDomain })) return 'taken'
    const words = wordsOf(mail)
    const person = wantsToLeave({ subject: fieldOf(mail, 'subject'), words: ownWords(words) })
      ? await findPersonByEmail(db, addressOf(received) ?? '')
      : undefined
    if (!person) {
      await passOn(received, { network, mailDomain })
      return 'taken'
    }
    const isDone = await isOurReader(received, person, mailDomain)
    if (isDone) await leave(db, { network, person, lists: 'all', wording: 'Unsubscribe', source: 'answer by mail' }, now)
    const to = { to: person, networkId: network.id, language: person.language ?? network.language }
    await answerOnce(db, leavingMail({ ...to, isDone, link: preferencesLink({ network, baseUrl }, person.id) }), now)
    return 'taken'
  }

/** Leaving by the mail that a mail program writes; without its token it is a letter like others. */
export const leaveOrLetter =
  (replying: Replying): MailRoute =>
  async (received) =>
    (await leaveByMail(received)) === 'taken' ? 'taken' : letterToUs(replying)(received)

/**
 * Anybody can write a name into From. Who answers a mail that we sent to that person, or quotes the link in it, has it:
 * then the wish is theirs.
 */
async function isOurReader({ db, mail }: ReceivedMail, person: { id: string; email: string }, mailDomain: string): Promise<boolean> {
  const quoted = await readerByLeaveToken(db, wordsOf(mail))
  if (quoted?.address === person.email) return true
  const ids = `${fieldOf(mail, 'in-reply-to')} ${fieldOf(mail, 'references')}`.toLowerCase()
  const ours = [...ids.matchAll(/<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^<>\s]{1,255})>/g)]
    .filter(([, , domain]) => domain === mailDomain.toLowerCase())
    .map(([, id = '']) => id)
    .slice(0, 20)
  return ours.length > 0 && (await findMailTo(db, ours, person.id)) !== undefined
}
