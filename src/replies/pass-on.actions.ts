import { createHash } from 'node:crypto'
import { transaction } from '#database'
import { mayTry, type Here } from '#platform/http'
import { queueMails } from '#platform/mail'
import { fieldOf, filesOf, wordsOf, type ReceivedMail } from '#platform/mail-in'
import { emailAddress } from '#platform/text'
import { listStewards } from './replies.data.ts'
import { passedOnMail } from './reply.mails.tsx'

const perWriter = { name: 'mail passed on', tries: 30, window: Temporal.Duration.from({ hours: 24 }) }
const inAll = { name: 'mail passed on in all', tries: 1000, window: Temporal.Duration.from({ hours: 24 }) }

export type Reaching = { network: Here; mailDomain: string }

/**
 * Passes what a person wrote on to those who look after the community. Who writes too much is asked to come again later,
 * so that nothing is lost and nobody's inbox is flooded. The same mail is passed on once.
 */
export async function passOn(received: ReceivedMail, { network, mailDomain }: Reaching): Promise<void> {
  const { db, mail, from, now } = received
  if (!(await mayTry(db, perWriter, from.toLowerCase(), now)) || !(await mayTry(db, inAll, 'all', now)))
    throw new Error('Too much mail is passed on today.')
  const letter = {
    from: fieldOf(mail, 'from') || from,
    address: addressOf(received),
    sentTo: received.to,
    subject: fieldOf(mail, 'subject'),
    words: wordsOf(mail).slice(0, 20_000),
    files: filesOf(mail),
  }
  const key = createHash('sha256')
    .update(JSON.stringify([fieldOf(mail, 'message-id'), letter]))
    .digest('base64url')
  await transaction(db, async (tx) => {
    // An address of this domain would come back here.
    const isHere = network.contactEmail.toLowerCase().endsWith(`@${mailDomain.toLowerCase()}`)
    const readers = isHere ? await listStewards(tx, network.id) : [{ id: null, email: network.contactEmail, language: null }]
    const mails = readers.map(({ id, email, language }) =>
      passedOnMail({
        to: { id, email },
        networkId: network.id,
        language: language ?? network.language,
        letter,
        onceKey: `passed on ${key} ${id ?? ''}`,
      }),
    )
    if (mails.length > 0) await queueMails(tx, mails, now)
  })
}

/** Whom an answer goes to, when it is an address at all. */
export function addressOf({ mail, from }: Pick<ReceivedMail, 'mail' | 'from'>): string | null {
  const named = fieldOf(mail, 'reply-to') || fieldOf(mail, 'from')
  const [, inBrackets] = /<([^<>]{1,320})>/.exec(named) ?? []
  return emailAddress(inBrackets ?? named) ?? emailAddress(from)
}
