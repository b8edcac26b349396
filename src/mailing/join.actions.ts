import { transaction, type Db, type Tx } from '#database'
import { findOrBeginPerson, findPerson, savePerson, type Place } from '#people'
import { mayTry, type Here } from '#platform/http'
import { queueMail } from '#platform/mail'
import type { Language } from '#platform/text'
import { saveConsents } from './consent.data.ts'
import { alreadyMail, confirmMail } from './join.mails.tsx'
import { listLists, type List } from './list.data.ts'
import { shownIn, wordingOf } from './list.rules.ts'
import type { AskedWith } from './mailing.tables.ts'
import { lockSubscriptions, saveAsk, saveOn } from './subscription.data.ts'
import { answerToAsk, known, standingOf } from './subscription.rules.ts'
import { endSuppressions, listSuppressions } from './suppression.data.ts'
import { hashOfAddress } from './suppression.rules.ts'

export type Wish = { email: string; lists: List[]; askedWith: AskedWith; language: Language; source: string }

const mailsToConfirm = { name: 'mail to confirm', tries: 3, window: Temporal.Duration.from({ hours: 24 }) }
const mailsToKnown = { name: 'mail to a reader', tries: 1, window: Temporal.Duration.from({ hours: 24 }) }

/**
 * Asks the address, by mail, whether it wants these lists. Whoever typed it learns nothing about it, and no word they
 * typed is mailed to anyone.
 */
export async function askToJoin(db: Db, place: Place, wish: Wish, now: Temporal.Instant): Promise<void> {
  if (!(await mayTry(db, mailsToConfirm, wish.email, now))) return
  await transaction(db, async (tx) => {
    const { network } = place
    const suppressedFor = (await listSuppressions(tx, network.id, hashOfAddress(network.secret, wish.email))).map(({ reason }) => reason)
    const person = await findOrBeginPerson(tx, { email: wish.email }, now)
    const on = new Set(
      (await lockSubscriptions(tx, network.id, person.id)).filter((one) => standingOf(one) === 'on').map(({ listId }) => listId),
    )
    const toJoin = wish.lists.filter(({ id }) => !on.has(id))
    const answer = answerToAsk({ listsToJoin: toJoin.length, suppressedFor })
    const reader = { ...place, person, language: person.language ?? wish.language }
    if (answer === 'confirm') {
      await saveWish(tx, place, { ...wish, lists: toJoin, person }, now)
      await queueMail(
        tx,
        confirmMail({ ...reader, lists: (toJoin.length ? toJoin : wish.lists).map((list) => shownIn(list, reader.language)) }),
        now,
      )
    }
    if (answer === 'already' && (await mayTry(tx, mailsToKnown, person.id, now))) await queueMail(tx, alreadyMail(reader), now)
  })
}

async function saveWish(tx: Tx, { network }: Place, wish: Wish & { person: { id: string; email: string } }, now: Temporal.Instant) {
  const { lists, person, askedWith, language, source } = wish
  if (lists.length === 0) return
  await saveAsk(tx, { networkId: network.id, listIds: lists.map(({ id }) => id), personId: person.id, askedWith }, now)
  const steps = lists.map((list) => ({
    networkId: network.id,
    listId: list.id,
    person,
    kind: 'given' as const,
    wording: wordingOf(list, language),
    source,
  }))
  await saveConsents(tx, steps, now)
}

export type Confirmed = 'joined' | 'already'

/**
 * The owner of the address says yes: they are on the lists they asked for, what they typed becomes theirs where nothing
 * was known, and an address that had bounced gets its new try.
 */
export function confirmJoin(db: Db, network: Here, personId: string, now: Temporal.Instant): Promise<Confirmed | null> {
  return transaction(db, async (tx) => {
    const person = await findPerson(tx, personId)
    if (!person) return null
    const asked = (await lockSubscriptions(tx, network.id, personId)).filter((one) => standingOf(one) === 'asked')
    const ended = await endSuppressions(tx, network.id, hashOfAddress(network.secret, person.email), now)
    if (asked.length === 0) return ended > 0 ? 'joined' : 'already'
    const listIds = asked.map(({ listId }) => listId)
    await saveOn(tx, { networkId: network.id, listIds, personId }, now)
    const language = asked[0]?.askedWith.language ?? person.language ?? network.language
    const lists = (await listLists(tx, network.id)).filter(({ id }) => listIds.includes(id))
    const steps = lists.map((list) => ({
      networkId: network.id,
      listId: list.id,
      person,
      kind: 'confirmed' as const,
      wording: wordingOf(list, language),
      source: 'mail to confirm',
    }))
    await saveConsents(tx, steps, now)
    await savePerson(tx, personId, { ...known(person, asked), emailProvedAt: person.emailProvedAt ?? now })
    return 'joined'
  })
}
