import { stringify } from 'csv-stringify/sync'
import { wordsFor, type Language } from '#platform/text'
import { saidTo, wordsIn, type AskedQuestion } from '#rsvp-forms'
import type { Attendee } from './attendee.data.ts'
import { answerWords } from './attendee.pages.tsx'

type Listed = { attendees: Attendee[]; asked: AskedQuestion[]; timeZone: string }

/**
 * The list as a table for a spreadsheet, with a column for each question of the hosts: UTF-8 with its mark, so that Excel reads names right; a cell that would be
 * taken for a formula is made a word by an apostrophe.
 */
export function attendeesFile({ attendees, asked, timeZone }: Listed, language: Language): string {
  const t = wordsFor(language)
  const words = answerWords(t)
  const head = [
    t('Name'),
    t('E-mail'),
    t('Organization'),
    t('Role'),
    t('State'),
    t('Answer'),
    t('Place'),
    t('Answered'),
    t('Was there'),
    t('Minutes'),
    t('Question'),
    ...asked.map(({ words }) => wordsIn(words, language).words),
  ]
  const rows = attendees.map((person) => [
    person.name,
    person.email,
    person.organisation,
    person.job,
    person.state ?? '',
    words[person.answer],
    person.answer === 'declined' ? '' : person.place,
    person.answeredAt.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' '),
    person.cameAt ? t('Yes') : '',
    person.minutes ?? '',
    person.question,
    ...asked.map((question) => saidTo(question, person.id, language)),
  ])
  return stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
}
