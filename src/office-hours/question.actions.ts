import { transaction, type Db, type Tx } from '#database'
import { findOrBeginPerson, findPerson, savePerson, type Place } from '#people'
import { queueMail } from '#platform/mail'
import type { Language } from '#platform/text'
import { saveMeToo } from './me-too.data.ts'
import { linkFor } from './office-hours.links.ts'
import { changeQuestion, listOrder, lockQuestion, saveOrder, saveQuestion } from './question.data.ts'
import type { QuestionInput } from './question.form.ts'
import { releaseMerged } from './merge.data.ts'
import { confirmMeTooMail, confirmQuestionMail } from './question.mails.tsx'
import { tellAsker, tellHosts } from './telling.actions.ts'

type Now = Temporal.Instant
type Who = { id: string; email: string; language: Language | null }

/** Somebody who is signed in brings a challenge: hosts see it at once. */
export const bringQuestion = (db: Db, place: Place, asked: { person: Who; input: QuestionInput }, now: Now): Promise<string> =>
  transaction(db, async (tx) => {
    const { person, input } = asked
    const id = await saveQuestion(tx, { networkId: place.network.id, personId: person.id, input, confirmedAt: now }, now)
    await tellThatItCame(tx, place, { id, personId: person.id }, now)
    return id
  })

/** An address without an account: nobody sees it before the link in the mail is opened and its button pressed. */
export const askToBring = (
  db: Db,
  place: Place,
  asked: { email: string; language: Language; input: QuestionInput },
  now: Now,
): Promise<void> =>
  transaction(db, async (tx) => {
    const { email, language, input } = asked
    const person = await findOrBeginPerson(tx, { email, language }, now)
    const id = await saveQuestion(tx, { networkId: place.network.id, personId: person.id, input, confirmedAt: null }, now)
    const link = linkFor(place, 'question', { about: id, personId: person.id })
    await queueMail(tx, confirmQuestionMail({ network: place.network, person, language: person.language ?? language, link }), now)
  })

/** The one who holds the link says that it is theirs. The second time changes nothing. */
export const confirmQuestion = (db: Db, place: Place, { about, personId }: { about: string; personId: string }, now: Now): Promise<void> =>
  transaction(db, async (tx) => {
    const [question, person] = [await lockQuestion(tx, place.network.id, about), await findPerson(tx, personId)]
    if (!question || question.personId !== personId || question.confirmedAt || question.withdrawnAt || !person) return
    if (!person.emailProvedAt) await savePerson(tx, personId, { emailProvedAt: now })
    await changeQuestion(tx, about, { confirmedAt: now })
    await tellThatItCame(tx, place, { id: about, personId }, now)
  })

async function tellThatItCame(tx: Tx, place: Place, came: { id: string; personId: string }, now: Now) {
  await tellAsker(tx, place, came, now)
  await tellHosts(tx, place, came.id, now)
}

/** Whoever asked changes their words, as long as no answer is written. */
export const changeMine = (db: Db, place: Place, change: { about: string; personId: string; input: QuestionInput }): Promise<boolean> =>
  transaction(db, async (tx) => {
    const question = await lockQuestion(tx, place.network.id, change.about)
    if (!question || question.personId !== change.personId || question.withdrawnAt || question.answerId) return false
    const { event: eventId, ...canvas } = change.input
    await changeQuestion(tx, change.about, { ...canvas, eventId })
    return true
  })

export const withdrawMine = (db: Db, place: Place, mine: { about: string; personId: string }, now: Now): Promise<boolean> =>
  transaction(db, async (tx) => {
    const question = await lockQuestion(tx, place.network.id, mine.about)
    if (!question || question.personId !== mine.personId) return false
    if (!question.withdrawnAt) {
      await changeQuestion(tx, mine.about, { withdrawnAt: now })
      await releaseMerged(tx, mine.about)
    }
    return true
  })

/** "Me too", signed in. */
export const sayMeToo = (db: Db, same: { questionId: string; personId: string }, now: Now): Promise<unknown> =>
  transaction(db, (tx) => saveMeToo(tx, same, { askedAt: now, confirmedAt: now }))

/** The same with an address alone, asked by mail; an address that was known gets the same answer. */
export const askMeToo = (db: Db, place: Place, asked: { questionId: string; email: string; language: Language }, now: Now): Promise<void> =>
  transaction(db, async (tx) => {
    const { questionId, email, language } = asked
    const person = await findOrBeginPerson(tx, { email, language }, now)
    await saveMeToo(tx, { questionId, personId: person.id }, { askedAt: now, confirmedAt: null })
    const link = linkFor(place, 'me-too', { about: questionId, personId: person.id })
    await queueMail(tx, confirmMeTooMail({ network: place.network, person, language: person.language ?? language, link }), now)
  })

export type QueueChange = { place?: number; eventId?: string | null; sharing?: 'not-at-all'; assignedTo?: string | null }

/** What stewards do with a question in their queue. False when it is not there. */
export const arrangeQuestion = (db: Db, networkId: string, id: string, change: QueueChange): Promise<boolean> =>
  transaction(db, async (tx) => {
    if (!(await lockQuestion(tx, networkId, id))) return false
    await changeQuestion(tx, id, change)
    return true
  })

/** One place up or down among those of the same call. */
export const moveInQueue = (db: Db, networkId: string, id: string, to: 'up' | 'down'): Promise<boolean> =>
  transaction(db, async (tx) => {
    const question = await lockQuestion(tx, networkId, id)
    if (!question) return false
    const order = await listOrder(tx, networkId, question.eventId)
    const from = order.indexOf(id)
    const other = order[from + (to === 'up' ? -1 : 1)]
    if (from < 0 || other === undefined) return true
    order[from] = other
    order[from + (to === 'up' ? -1 : 1)] = id
    await saveOrder(tx, order)
    return true
  })
