import type { Words } from '#platform/text'

/** How somebody came, in words. What stands in a proof is kept as it was written; places and hosts are shown as they are. */
export function sourceWords(t: Words, source: string): string {
  const place = /^on paper, (.*)$/.exec(source)?.[1]
  if (place !== undefined) return t('On paper: {{place}}', { place })
  const host = /^embedded form(?: on (.*))?$/.exec(source)
  if (host) return host[1] ? t('Form on {{host}}', { host: host[1] }) : t('Form on another site')
  return comingWords(t)[source] ?? source
}

const comingWords = (t: Words): Record<string, string> => ({
  'front page': t('Front page'),
  'join page': t('Page to join'),
  'event page': t('Page of an event'),
  'tip page': t('Page of a tip'),
  'updates page': t('Page of the updates'),
  import: t('Brought along from another system'),
  invitation: t('Invitation by a steward'),
  'preferences page by link': t('Their preferences, by a link in a mail'),
  'preferences page, signed in': t('Their preferences, signed in'),
  'taken back on the unsubscribe page': t('Left, and came back at once'),
  forgotten: t('Not known any more: the person was forgotten'),
  example: t('Invented, to look at'),
  other: t('All others'),
})

/** How somebody left, in words. */
export const departureWords = (t: Words, source: string): string => leavingWords(t)[source] ?? sourceWords(t, source)

const leavingWords = (t: Words): Record<string, string> => ({
  'unsubscribe page': t('Link at the foot of a mail'),
  'button of the mail program': t('Button of their mail program'),
  'mail program': t('Button of their mail program, by mail'),
  'answer by mail': t('An answer to our mail'),
  complaint: t('Reported our mail as unwanted'),
  'taken off by a steward': t('Taken off by a steward'),
  import: t('An import was taken back, or knew of it'),
  forgotten: t('Left for good and were forgotten'),
})
