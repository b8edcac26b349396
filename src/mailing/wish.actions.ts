import type { Db, Tx } from '#database'
import type { Here } from '#platform/http'
import type { Language } from '#platform/text'
import { saveConsents, type NewConsent } from './consent.data.ts'
import { listLists, type List } from './list.data.ts'
import { wordingOf } from './list.rules.ts'
import type { AskedWith, SuppressionReason } from './mailing.tables.ts'
import { lockSubscriptions, saveAsk, saveOn, type Subscription } from './subscription.data.ts'
import { standingOf } from './subscription.rules.ts'
import { endSuppressions, listSuppressions } from './suppression.data.ts'
import { hashOfAddress } from './suppression.rules.ts'

type Wisher = { id: string; email: string; language: Language | null }

export type Wish = { person: { id: string; email: string }; lists: List[]; askedWith: AskedWith; language: Language; source: string }

/** Notes that somebody asked for these lists, and the words they saw. It counts once the address has confirmed. */
export async function noteWish(tx: Tx, network: Here, { person, lists, askedWith, language, source }: Wish, now: Temporal.Instant) {
  if (lists.length === 0) return
  await saveAsk(tx, { networkId: network.id, listIds: lists.map(({ id }) => id), personId: person.id, askedWith }, now)
  await saveConsents(tx, stepsOn(lists, { network, person, kind: 'given', language, source }), now)
}

export type Fulfilled = {
  /** What was asked for and is theirs now. */
  asked: Subscription[]
  /** How many reasons against mail to the address are over. */
  ended: number
}

/** The address says yes: the person is on all lists asked for, and an address that had bounced gets its new try. */
export async function fulfilWishes(tx: Tx, network: Here, person: Wisher, now: Temporal.Instant): Promise<Fulfilled> {
  const asked = (await lockSubscriptions(tx, network.id, person.id)).filter((one) => standingOf(one) === 'asked')
  const ended = await endSuppressions(tx, network.id, hashOfAddress(network.secret, person.email), now)
  if (asked.length === 0) return { asked, ended }
  const listIds = asked.map(({ listId }) => listId)
  await saveOn(tx, { networkId: network.id, listIds, personId: person.id }, now)
  const language = asked[0]?.askedWith.language ?? person.language ?? network.language
  const lists = (await listLists(tx, network.id)).filter(({ id }) => listIds.includes(id))
  await saveConsents(tx, stepsOn(lists, { network, person, kind: 'confirmed', language, source: 'mail to confirm' }), now)
  return { asked, ended }
}

/** The lists someone is on, held to the end of the transaction. */
export async function lockListsOf(tx: Tx, networkId: string, personId: string): Promise<Set<string>> {
  return new Set((await lockSubscriptions(tx, networkId, personId)).filter((one) => standingOf(one) === 'on').map(({ listId }) => listId))
}

/** Why an address gets no list mail just now. */
export const reasonsAgainst = async (db: Db, network: Here, email: string): Promise<SuppressionReason[]> =>
  (await listSuppressions(db, network.id, hashOfAddress(network.secret, email))).map(({ reason }) => reason)

type Step = Pick<NewConsent, 'person' | 'kind' | 'source'> & { network: { id: string }; language: Language }

const stepsOn = (lists: List[], { network, language, ...step }: Step): NewConsent[] =>
  lists.map((list) => ({ ...step, networkId: network.id, listId: list.id, wording: wordingOf(list, language) }))
