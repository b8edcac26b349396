import type { NoticeKind } from '#platform/html'
import type { MailState } from '#platform/mail'
import type { Words } from '#platform/text'
import type { Advice } from './advice.rules.ts'

export const stateWords = (t: Words): Record<MailState, string> => ({
  waiting: t('Waiting'),
  sent: t('Sent'),
  failed: t('Not delivered'),
  stopped: t('Stopped'),
})

export const stateKinds: Record<MailState, NoticeKind | 'quiet'> = { waiting: 'note', sent: 'good', failed: 'problem', stopped: 'quiet' }

export const states = Object.keys(stateKinds) as MailState[]

/** One sentence on what to do next. */
export const adviceWords = (t: Words): Record<Advice, string> => ({
  held: t('It waits until an owner has said whether this is a copy. See why mail is held.'),
  paused: t('It was paused with its edition. Resume the edition where it is sent.'),
  trouble: t('It leaves by itself once the mail server can be used again. Look at the server first.'),
  first: t('It leaves by itself in a moment. There is nothing to do.'),
  again: t('It is tried again by itself, for three days in all. If it cannot wait, reach the person in another way.'),
  hard: t('This address takes no mail. Ask the person for another one.'),
  soft: t('The mailbox takes no mail just now. Send it again in a few days, or reach the person in another way.'),
  policy: t('Their server turned our mail away. See at Deliverability what your domain lacks, then send it again.'),
})
