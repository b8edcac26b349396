import type { Tx } from '#database'
import type { Place } from '#people'
import { addressToken, readAddressToken } from '#platform/mail'
import { openThreads, type Whose } from './thread.data.ts'

/** The word that addresses begin with to which one answers about a challenge. */
export const questionMailbox = 'question'

/** The thread that an address speaks of; null when another hand made it. */
export const threadOf = (secret: Buffer, token: string): string | null => readAddressToken(secret, questionMailbox, token)

export type Answering = { headers?: Record<string, string> }

/** Where each person's answer to a notice about a challenge goes, as far as mail is read here. */
export async function answersTo(tx: Tx, { network, answersAt }: Place, whose: Whose[]): Promise<(personId: string) => Answering> {
  if (!answersAt) return () => ({})
  const threads = await openThreads(tx, whose)
  return (personId) => {
    const id = threads.get(personId)
    if (id === undefined) return {}
    return { headers: { 'Reply-To': `${questionMailbox}+${addressToken(network.secret, questionMailbox, id)}@${answersAt}` } }
  }
}
