import { transaction, type Db } from '#database'
import { fulfilWishes, lockListsOf, noteWish, reasonsAgainst, shownIn, type AskedWith, type List } from '#mailing'
import { findOrBeginPerson, findPerson, savePerson, type Place } from '#people'
import { mayTry, type Here } from '#platform/http'
import { queueMail } from '#platform/mail'
import type { Language } from '#platform/text'
import { mayAskAddress } from './asking.ts'
import { alreadyMail, confirmMail } from './join.mails.tsx'
import { answerToAsk, known } from './join.rules.ts'

export type Wish = { email: string; lists: List[]; askedWith: AskedWith; language: Language; source: string }

const mailsToKnown = { name: 'mail to a reader', tries: 1, window: Temporal.Duration.from({ hours: 24 }) }

/**
 * Asks the address, by mail, whether it wants these lists. Whoever typed it learns nothing about it, and no word they
 * typed is mailed to anyone.
 */
export async function askToJoin(db: Db, place: Place, wish: Wish, now: Temporal.Instant): Promise<void> {
  if (!(await mayAskAddress(db, wish.email, now))) return
  await transaction(db, async (tx) => {
    const { network } = place
    const suppressedFor = await reasonsAgainst(tx, network, wish.email)
    const person = await findOrBeginPerson(tx, { email: wish.email }, now)
    const on = await lockListsOf(tx, network.id, person.id)
    const toJoin = wish.lists.filter(({ id }) => !on.has(id))
    const answer = answerToAsk({ listsToJoin: toJoin.length, suppressedFor })
    const reader = { ...place, person, language: person.language ?? wish.language }
    if (answer === 'confirm') {
      await noteWish(tx, network, { ...wish, lists: toJoin, person }, now)
      await queueMail(
        tx,
        confirmMail({ ...reader, lists: (toJoin.length ? toJoin : wish.lists).map((list) => shownIn(list, reader.language)) }),
        now,
      )
    }
    if (answer === 'already' && (await mayTry(tx, mailsToKnown, person.id, now))) await queueMail(tx, alreadyMail(reader), now)
  })
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
    const { asked, ended } = await fulfilWishes(tx, network, person, now)
    if (asked.length === 0) return ended > 0 ? 'joined' : 'already'
    await savePerson(tx, personId, { ...known(person, asked), emailProvedAt: person.emailProvedAt ?? now })
    return 'joined'
  })
}
