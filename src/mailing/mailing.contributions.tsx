import type { Tx } from '#database'
import { findRootNetwork } from '#networks'
import { findPerson, type DataOf, type Eraser, type MeSection } from '#people'
import { say } from '#platform/text'
import { forgetAddress, hashOfAddress, saveSuppression } from '#suppressions'
import { forgetConsents, listConsents } from './consent.data.ts'
import { leave, type Leaving } from './leave.actions.ts'
import { listLists } from './list.data.ts'
import { shownIn } from './list.rules.ts'
import { MyListsSection } from './me.pages.tsx'
import { listSubscriptions, listSubscriptionsOf } from './subscription.data.ts'
import { standingOf } from './subscription.rules.ts'

export const myListsSection: MeSection = async (db, person, network) => {
  const on = (await listSubscriptions(db, network.id, person.id)).filter((one) => standingOf(one) === 'on').map(({ listId }) => listId)
  const lists = (await listLists(db, network.id)).filter(({ id }) => on.includes(id))
  return <MyListsSection lists={lists.map((list) => shownIn(list, person.language ?? network.language))} />
}

/** What this room keeps of a person: the lists, and the proof of each step. */
export const dataOfReader: DataOf = async (db, personId) => ({
  subscriptions: (await listSubscriptionsOf(db, personId)).map(({ name, ...moments }) => ({ list: name.en, ...moments })),
  consents: (await listConsents(db, personId)).map(({ kind, at, address, wording, source, givenOn }) => ({
    step: kind,
    takenAt: at,
    address,
    wording,
    source,
    ...(givenOn && { givenOn: givenOn.toString() }),
  })),
})

/**
 * The keys above, as the page of my data says them.
 * @public
 */
export const readerDataWords = [
  say('Mailing'),
  say('Subscriptions'),
  say('List'),
  say('Asked at'),
  say('Confirmed at'),
  say('Left at'),
  say('Frequency'),
  say('Paused until'),
  say('Invited at'),
  say('Given on'),
  say('Consents'),
  say('Step'),
  say('Taken at'),
  say('Wording'),
  say('Source'),
]

/**
 * Forgets a reader. The steps stay as figures, and the address as a keyed hash, so that no later import brings it
 * back; only the address itself can come again.
 */
export const forgetReader: Eraser = async (tx, personId, now) => {
  const [person, network] = [await findPerson(tx, personId), await findRootNetwork(tx)]
  if (person && network) await leaveProven(tx, { network, person }, now)
  await forgetConsents(tx, personId)
  if (!person || !network) return
  await forgetAddress(tx, person.email)
  const addressHash = hashOfAddress(network.secret, person.email)
  await saveSuppression(tx, { networkId: network.id, address: null, addressHash, reason: 'erased', detail: '' }, now)
}

/** Whoever is forgotten has left. Without that step the figures would count them as people who stayed; a proof that never was is not ended. */
async function leaveProven(tx: Tx, { network, person }: Pick<Leaving, 'network' | 'person'>, now: Temporal.Instant) {
  const proven = new Set((await listConsents(tx, person.id)).map(({ listId }) => listId))
  const on = (await listSubscriptions(tx, network.id, person.id)).filter((one) => standingOf(one) === 'on' && proven.has(one.listId))
  const lists = on.map(({ listId }) => listId)
  await leave(tx, { network, person, lists, wording: 'Forget me', source: 'forgotten' }, now)
}
