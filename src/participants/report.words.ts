import type { Words } from '#platform/text'
import type { Service } from './headings.rules.ts'
import type { ReportRefusal } from './report.actions.ts'
import type { Unclear } from './said.rules.ts'

export const serviceWords = (t: Words): Record<Service, string> => ({
  zoom: 'Zoom',
  teams: 'Microsoft Teams',
  webex: 'Webex',
  goto: 'GoTo',
  other: t('A table'),
})

export const refusalWords = (t: Words): Record<ReportRefusal, string> => ({
  'no-file': t('Choose the file of the report.'),
  'not-begun': t('This has not begun. Bring the report after the call.'),
  'not-a-report': t(
    'No list of participants is in this file. Bring the report as the meeting program gives it, as CSV: it names people, and how long they stayed or when they came and went.',
  ),
  nobody: t('The headings of a report are in this file, and nobody below them.'),
  'too-many': t('More than 3,000 people stand in this report. Divide it and bring the parts.'),
})

export const problemWords = (t: Words): Record<Unclear['problem'], string> => ({
  'choose-again': t('This is not in the list any more. Choose again.'),
  'unknown-address': t('Nobody here has this address.'),
  'bad-address': t('Enter an e-mail address like name@example.org.'),
})
