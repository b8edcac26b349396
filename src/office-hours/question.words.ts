import type { Words } from '#platform/text'
import type { Help, Sharing, Wish } from './office-hours.tables.ts'

export const wishWords = (t: Words): Record<Wish, string> => ({
  ideas: t('Ideas'),
  example: t('An example from somewhere else'),
  'someone-to-call': t('Someone to call'),
  listen: t('Just listen'),
})

export const sharingWords = (t: Words): Record<Sharing, string> => ({
  nameless: t('Yes, without my name'),
  named: t('Yes, with my name'),
  'not-at-all': t('No, for the hosts alone'),
})

export const helpWords = (t: Words): Record<Help, string> => ({
  yes: t('Yes, it helped'),
  some: t('It helped a little'),
  no: t('No, it did not help'),
})
