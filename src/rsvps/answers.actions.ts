import { transaction, type Db } from '#database'
import { mayWithdraw, type Event } from '#events'
import { emptyForm, type FormState } from '#platform/html'
import { listSaid, readAnswers, saveAnswers, valuesOf } from '#rsvp-forms'

type Now = Temporal.Instant

/**
 * The form as it was sent, if the hosts' questions stood in it; otherwise with what somebody has said to them until now. An event that
 * asks nothing costs no query.
 */
export async function answersInForm(db: Db, event: Event, personId: string | undefined, sent: FormState = emptyForm): Promise<FormState> {
  if (!personId || event.formQuestions.length === 0 || sent.values['asked']) return sent
  const said = await listSaid(db, { eventId: event.id, personId })
  return { ...sent, values: { ...valuesOf(event.formQuestions, said), ...sent.values } }
}

type Changing = { event: Event; personId: string; typed: Record<string, string> }
export type AnswersChanged = { said: true } | { mend: Record<string, string> } | { refused: 'begun' }

/** Keeps what somebody who comes, or waits, says to the hosts' questions, until it begins. */
export async function changeAnswers(db: Db, { event, personId, typed }: Changing, now: Now): Promise<AnswersChanged> {
  const { mine, formQuestions: questions } = event
  if (!mine || mine.answer === 'declined' || !mayWithdraw(event, now)) return { refused: 'begun' }
  const read = readAnswers(questions, typed)
  if ('errors' in read) return { mend: read.errors }
  await transaction(db, (tx) => saveAnswers(tx, { eventId: event.id, personId }, { questions, said: read.said }, now))
  return { said: true }
}
