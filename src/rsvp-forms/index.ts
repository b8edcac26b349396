/**
 * RSVP forms: what stewards ask whoever comes to an event or to the dates of a series, and what was answered. Whoever comes answers
 * where they RSVP, which #rsvps looks after; with an event its questions are read by #events.
 * Owns the tables `form_question`, `form_answer`.
 */
export type { FormQuestion, InEach, RsvpFormsTables } from './rsvp-forms.tables.ts'
export { rsvpFormRoutes } from './form-question.routes.tsx'
export { lacksAnswer, mendWords, readAnswers, valuesOf, type Said } from './form-answer.form.ts'
export { listAnswered, listSaid, saveAnswers, saveAnswersFrom, type AskedQuestion } from './form-answer.data.ts'
export { AskedFields, InMine } from './form-fields.pages.tsx'
export { saidTo } from './said.words.ts'
export { keyOf, together, wordsIn } from './in-each.rules.ts'
export { seedRsvpForms } from './rsvp-forms.seed.ts'
export { rsvpFormData } from './contributions.ts'
