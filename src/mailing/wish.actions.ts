import type { Db, Tx } from '#database'
import type { Here } from '#platform/http'
import type { Language } from '#platform/text'
import { endSuppressions, hashOfAddress, listSuppressions, type SuppressionReason } from '#suppressions'
import { saveConsents, type NewConsent } from './consent.data.ts'
import { listLists, type List } from './list.data.ts'
import { wordingOf } from './list.rules.ts'
import type { AskedWith } from './mailing.tables.ts'
import { lockSubscriptions, saveAsk, saveInvited, saveOn, type Subscription } from './subscription.data.ts'
import { standingOf } from './subscription.rules.ts'

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
  const lists = await listLists(tx, network.id)
  const waiting = (await lockSubscriptions(tx, network.id, person.id)).filter((one) => standingOf(one) === 'asked')
  const asked = waiting.filter(({ listId }) => lists.some(({ id }) => id === listId))
  const ended = await endSuppressions(tx, network.id, hashOfAddress(network.secret, person.email), now)
  if (asked.length === 0) return { asked, ended }
  await saveOn(tx, { networkId: network.id, listIds: asked.map(({ listId }) => listId), personId: person.id }, now)
  const language = asked[0]?.askedWith.language ?? person.language ?? network.language
  const theirs = (isInvited: boolean) =>
    lists.filter(({ id }) => asked.some((one) => one.listId === id && isInvited === (one.invitedAt !== null)))
  const step = { network, person, language }
  const steps = [
    ...stepsOn(theirs(false), { ...step, kind: 'confirmed', source: 'mail to confirm' }),
    ...stepsOn(theirs(true), { ...step, kind: 'given', source: 'invitation' }),
    ...stepsOn(theirs(true), { ...step, kind: 'confirmed', source: 'invitation' }),
  ]
  await saveConsents(tx, steps, now)
  return { asked, ended }
}

export type Invitation = { person: { id: string; email: string }; list: List; language: Language; handId: string }

/** Notes that a steward asked this person onto the list, and with which words. It counts once their address has confirmed. */
export async function noteInvitation(tx: Tx, network: { id: string }, invitation: Invitation, now: Temporal.Instant): Promise<void> {
  const { person, list, language, handId } = invitation
  await saveInvited(tx, { networkId: network.id, listId: list.id, personId: person.id, invitedBy: handId }, now)
  const [step] = stepsOn([list], { network, person, kind: 'invited', language, source: 'invitation by a steward' })
  if (step) await saveConsents(tx, [{ ...step, handId }], now)
}

export type OnPaper = {
  person: { id: string; email: string }
  list: List
  /** The words on the paper, where it was signed, and on which day. */
  wording: string
  place: string
  givenOn: Temporal.PlainDate
  handId: string
}

/** Puts someone on a list by the consent that they gave on paper; the proof says where, when, to which words, and who wrote it down. */
export async function putOnByPaper(tx: Tx, network: { id: string }, paper: OnPaper, now: Temporal.Instant): Promise<void> {
  const { person, list, wording, place, givenOn, handId } = paper
  await saveOn(tx, { networkId: network.id, listIds: [list.id], personId: person.id }, now)
  const proof = { networkId: network.id, listId: list.id, person, kind: 'given' as const, wording, source: `on paper, ${place}` }
  await saveConsents(tx, [{ ...proof, givenOn, handId }], now)
}

/** The lists someone is on, held to the end of the transaction. */
export async function lockListsOf(tx: Tx, networkId: string, personId: string): Promise<Set<string>> {
  return new Set((await lockSubscriptions(tx, networkId, personId)).filter((one) => standingOf(one) === 'on').map(({ listId }) => listId))
}

/** Whether someone is on this list, and when they last left it; held to the end of the transaction. */
export async function lockStanding(tx: Tx, networkId: string, { listId, personId }: { listId: string; personId: string }) {
  const theirs = (await lockSubscriptions(tx, networkId, personId)).find((one) => one.listId === listId)
  return { isOn: theirs !== undefined && standingOf(theirs) === 'on', leftAt: theirs?.leftAt ?? null }
}

/** Why an address gets no list mail just now. */
export const reasonsAgainst = async (db: Db, network: Here, email: string): Promise<SuppressionReason[]> =>
  (await listSuppressions(db, network.id, hashOfAddress(network.secret, email))).map(({ reason }) => reason)

type Step = Pick<NewConsent, 'person' | 'kind' | 'source'> & { network: { id: string }; language: Language }

const stepsOn = (lists: List[], { network, language, ...step }: Step): NewConsent[] =>
  lists.map((list) => ({ ...step, networkId: network.id, listId: list.id, wording: wordingOf(list, language) }))
