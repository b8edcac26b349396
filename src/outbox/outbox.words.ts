import type { NoticeKind } from '#platform/html'
import type { MailState } from '#platform/mail'
import type { Words } from '#platform/text'

export const stateWords = (t: Words): Record<MailState, string> => ({
  waiting: t('Waiting'),
  sent: t('Sent'),
  failed: t('Not delivered'),
  stopped: t('Stopped'),
})

export const stateKinds: Record<MailState, NoticeKind | 'quiet'> = { waiting: 'note', sent: 'good', failed: 'problem', stopped: 'quiet' }

export const states = Object.keys(stateKinds) as MailState[]
