import type { Words } from '#platform/text'

/** What someone may have to do with an event: a word more has its sentence below and its condition in `condition.data.ts`. */
export const eventAnswers = ['rsvped', 'seated', 'waiting', 'declined', 'silent', 'question', 'date', 'attended'] as const
export type EventAnswer = (typeof eventAnswers)[number]

/** What people do: "have RSVPed to “Spring call”". */
export function eventSentence(t: Words, answer: EventAnswer, event: string, not: boolean): string {
  const sentences: Record<EventAnswer, () => [string, string]> = {
    rsvped: () => [t('have RSVPed to {{event}}', { event }), t('have not RSVPed to {{event}}', { event })],
    seated: () => [t('have a seat in {{event}}', { event }), t('have no seat in {{event}}', { event })],
    waiting: () => [t('wait for a seat in {{event}}', { event }), t('do not wait for a seat in {{event}}', { event })],
    declined: () => [t('said no to {{event}}', { event }), t('have not said no to {{event}}', { event })],
    silent: () => [t('have not answered {{event}}', { event }), t('have answered {{event}}', { event })],
    question: () => [t('asked a question for {{event}}', { event }), t('asked no question for {{event}}', { event })],
    attended: () => [t('were at {{event}}', { event }), t('were not at {{event}}', { event })],
    date: () => [t('wait for the date of {{event}}', { event }), t('do not wait for the date of {{event}}', { event })],
  }
  return sentences[answer]()[not ? 1 : 0]
}
