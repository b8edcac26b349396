import type { Language, Words } from '#platform/text'
import { remembered } from '#platform/time'
import type { Kind } from './events.tables.ts'
import type { RsvpRefusal } from './rsvp.rules.ts'

export const kindWords = (t: Words): Record<Kind, string> => ({
  'office-hours': t('Office hours'),
  webinar: t('Webinar'),
  'meet-up': t('Meet-up'),
  academy: t('The Academy'),
})

/** Why nobody can say "I am coming" just now, and what to do instead. */
export const refusalWords = (t: Words): Record<RsvpRefusal, string> => ({
  cancelled: t('This gathering has been called off, so there is nothing to come to.'),
  'date-not-set': t('The date is not set yet. Leave your address, and we tell you when it is.'),
  'not-open-yet': t('RSVP is not open yet. Come back on the day it opens.'),
  closed: t('RSVP has closed. Write to us if you still hope to come.'),
  begun: t('This gathering has begun, so RSVP is closed.'),
  over: t('This gathering is over.'),
})

const listed = remembered<string>(500)

/** "Ada Whitfield, Marisol Vega and Joanna Kowalski" */
export const inOneLine = (names: string[], language: Language): string =>
  listed([language, ...names].join('\n'), () => new Intl.ListFormat(language, { type: 'conjunction' }).format(names))
