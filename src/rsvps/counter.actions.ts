import { transaction, type Db } from '#database'
import { answerFor, findEvent, type Event } from '#events'
import { queueMail, queueMailsFrom, wakeSender } from '#platform/mail'
import type { Language } from '#platform/text'
import { readAnswers, saveAnswers, saveAnswersFrom, type Said } from '#rsvp-forms'
import { listAnswers, takeSeatAgain, takeSeats } from '#seats'
import type { Hall } from './hall.ts'
import type { RsvpGuest } from './rsvp-guest.ts'
import { seatedMail, toGuest, waitingMail, type ToGuest } from './rsvp.mails.tsx'
import { entriesAround } from './series.actions.ts'
import { decide, type Decision, type RsvpDone } from './rsvp.rules.ts'

type Now = Temporal.Instant

export type Which = { slug: string } | { id: string }
/** Someone who asks for a seat, with the form that they sent. */
export type Asked = { hall: Hall; guest: RsvpGuest; typed: Record<string, string>; now: Now }

/** By the id of the person. */
type Done = Map<string, RsvpDone>
type Decided = Asked & { event: Event; decision: Decision; said: Said[] }

const mostTries = 20

/**
 * Answers people who ask for one event at the same moment. It decides by what it has read and writes only if that still holds;
 * for whom it does not, the last seats were taken meanwhile or one came free, and it looks again.
 */
export async function answerTogether(db: Db, which: Which, group: Asked[]): Promise<RsvpDone[]> {
  const done: Done = new Map()
  const left = () => [...new Map(group.map((asked) => [asked.guest.id, asked])).values()].filter(({ guest }) => !done.has(guest.id))
  for (let tries = 0; left().length > 0; tries++) {
    if (tries === mostTries) throw new Error('The seats changed hands too often to take one.')
    for (const [id, answer] of await answerOnce(db, which, left())) done.set(id, answer)
  }
  return group.flatMap(({ guest }) => done.get(guest.id) ?? [])
}

async function answerOnce(db: Db, which: Which, group: Asked[]): Promise<Done> {
  const [events, answers] = await Promise.all([findInLanguages(db, which, group), listMine(db, which, group)])
  const event = [...events.values()].find((found) => found !== undefined)
  if (!event) return new Map(group.map(({ guest }) => [guest.id, { refused: 'gone' }]))
  const decided = group.map((asked): Decided => {
    const mine = answers.find(({ personId }) => personId === asked.guest.id)
    const decision = decide(mine, answerFor(event, asked.now))
    const own = { ...asked, event: events.get(asked.guest.language) ?? event }
    const read = 'done' in decision ? { said: [] } : readAnswers(event.formQuestions, asked.typed)
    return 'errors' in read ? { ...own, decision: { done: { mend: read.errors } }, said: [] } : { ...own, decision, ...read }
  })
  const done: Done = new Map()
  for (const { guest, decision } of decided) if ('done' in decision) done.set(guest.id, decision.done)
  for (const asked of decided) if ('comeBack' in asked.decision) await comeBack(db, asked, answers, done)
  for (const answer of ['seated', 'waiting'] as const)
    await come(
      db,
      answer,
      decided.filter(({ decision }) => 'come' in decision && decision.come === answer),
      done,
    )
  return done
}

const listMine = (db: Db, which: Which, group: Asked[]) =>
  listAnswers(
    db,
    { networkId: group[0]?.hall.network.id ?? '', ...which },
    group.map(({ guest }) => guest.id),
  )

/** The event once in each language that is needed, with the call details of those who get a seat. */
async function findInLanguages(db: Db, which: Which, group: Asked[]): Promise<Map<Language, Event | undefined>> {
  const found = new Map<Language, Event | undefined>()
  for (const { hall, guest } of group) {
    if (found.has(guest.language)) continue
    found.set(guest.language, await findEvent(db, { networkId: hall.network.id, language: guest.language, withCall: true }, which))
  }
  return found
}

/** First answers: one statement takes the seats, counts them, queues the mails and keeps what the hosts asked. */
async function come(db: Db, answer: 'seated' | 'waiting', group: Decided[], done: Done): Promise<void> {
  const [first] = group
  if (!first) return
  const personIds = group.map(({ guest }) => guest.id)
  const mails = new Map(group.map((asked) => [asked.guest.id, mailFor(asked, answer, 0)]))
  const answers = group.flatMap(({ guest, said }) => said.map((one) => ({ ...one, personId: guest.id })))
  const eventId = first.event.id
  const parts = (ids: string[]) => [
    queueMailsFrom(
      'mine',
      ids.flatMap((id) => mails.get(id) ?? []),
      first.now,
    ),
    ...(answers.length > 0 ? [saveAnswersFrom('mine', eventId, answers, first.now)] : []),
  ]
  const taken = await takeSeats(db, { eventId, answer, personIds }, parts, first.now)
  for (const id of taken) done.set(id, { answer })
  if (taken.length > 0) wakeSender()
}

/** After "I can't" the person comes all the same, behind those who wait by now. */
const comeBack = (db: Db, asked: Decided, answers: { personId: string; sequence: number }[], done: Done): Promise<void> =>
  transaction(db, async (tx) => {
    const { guest, event, said, now } = asked
    const whose = { eventId: event.id, personId: guest.id }
    const answer = await takeSeatAgain(tx, whose, now)
    if (!answer) return
    if (event.formQuestions.length > 0) await saveAnswers(tx, whose, { questions: event.formQuestions, said }, now)
    const sequence = answers.find(({ personId }) => personId === guest.id)?.sequence ?? 0
    const series = (await entriesAround(tx, asked.hall, event, [guest])).get(guest.id)
    await queueMail(tx, mailFor({ ...asked, series }, answer, sequence + 1), now)
    done.set(guest.id, { answer })
  })

type Answered = Asked & { event: Event; series?: ToGuest['series'] }

function mailFor({ hall, guest, event, now, series }: Answered, answer: 'seated' | 'waiting', sequence: number) {
  const mail: ToGuest = toGuest(hall, { guest, event, call: event.call, standing: { answer, sequence }, series }, now)
  return answer === 'seated' ? seatedMail(mail) : waitingMail(mail)
}
