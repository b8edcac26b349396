import { createHash } from 'node:crypto'
import type { Config } from '#config'
import { findRootNetwork } from '#networks'
import { mayTry } from '#platform/http'
import { fieldOf, filesOf, isAutomatic, splitWords, wordsOf, type MailRoute, type ReceivedMail } from '#platform/mail-in'
import { emailAddress } from '#platform/text'
import { writeAbout, type Writing } from './message.actions.ts'
import { threadOf } from './thread.ts'
import { findThread, type Thread } from './thread.data.ts'

const perWriter = { name: 'mail about a challenge', tries: 30, window: Temporal.Duration.from({ hours: 24 }) }

/**
 * An answer to a notice about a challenge. The address proves that its writer has got that notice, and the sender must be whom it was
 * sent to; what comes from elsewhere, or from somebody who hosts no more, is a letter to the community like others.
 */
export const questionReply =
  ({ baseUrl, mailDomain, mailInPort }: Pick<Config, 'baseUrl' | 'mailDomain' | 'mailInPort'>, otherwise: MailRoute): MailRoute =>
  async (received) => {
    const { db, mail, from, now } = received
    const found = await findWriter(received)
    if (!found) return 'unknown'
    if (isAutomatic(mail, { from, ours: mailDomain })) return 'taken'
    const { network, thread } = found
    if (!mayWrite(thread, senderOf(received))) return otherwise(received)
    if (!(await mayTry(db, perWriter, `${thread.questionId} ${thread.personId}`, now)))
      throw new Error('Too much mail about one challenge.')
    const place = { network, baseUrl, answersAt: mailInPort === null ? null : mailDomain }
    return (await writeAbout(db, place, writingOf(received, thread), now)) ? 'taken' : otherwise(received)
  }

/** Of whom the address speaks, if it is one of ours. */
async function findWriter({ db, token }: ReceivedMail) {
  const network = await findRootNetwork(db)
  const id = network ? threadOf(network.secret, token) : null
  const thread = network && id !== null ? await findThread(db, network.id, id) : undefined
  return network && thread ? { network, thread } : null
}

const mayWrite = ({ email, isSteward, personId, askerId }: Thread, sender: string | null): boolean =>
  sender === email && (isSteward || personId === askerId)

const senderOf = ({ mail, from }: ReceivedMail): string | null => {
  const named = fieldOf(mail, 'from')
  const [, inBrackets] = /<([^<>]{1,320})>/.exec(named) ?? []
  return emailAddress(inBrackets ?? (named || from))
}

function writingOf({ mail, from }: ReceivedMail, { questionId, personId }: Thread): Writing {
  const whole = wordsOf(mail).replaceAll('\0', '')
  const { own, quoted } = splitWords(whole)
  const words = (own || whole).trim().slice(0, 8000).toWellFormed()
  const mailKey = createHash('sha256')
    .update(JSON.stringify([fieldOf(mail, 'message-id'), from, words]))
    .digest('base64url')
  return { questionId, personId, words, quoted: own ? quoted.slice(0, 40_000).toWellFormed() : '', files: filesOf(mail), mailKey }
}
