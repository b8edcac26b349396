import type { Words } from '#platform/text'
import type { ShownStanding, Sought } from './people.rules.ts'

export const standingWords = (t: Words): Record<ShownStanding, string> => ({
  on: t('On the list'),
  asked: t('Has not confirmed yet'),
  invited: t('Invited'),
  left: t('Has left'),
  bounced: t('Mail came back'),
  complained: t('Reported our mail'),
  stopped: t('Gets no mail'),
})

export const soughtWords = (t: Words): Record<Sought, string> => ({
  on: t('On the list'),
  asked: t('Has not confirmed yet'),
  left: t('Has left'),
  stopped: t('Gets no mail'),
})
