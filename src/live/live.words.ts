import type { Words } from '#platform/text'
import type { Sharing } from './live.tables.ts'

export const sharingWords = (t: Words): Record<Sharing, string> => ({
  named: t('With my name'),
  nameless: t('Without my name'),
  'not-at-all': t('Only to the hosts'),
})
