import type { Words } from '#platform/text'
import type { LetterFile } from '#platform/mail-in'
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

const mostNamed = 10

/** What came with a mail, by its names. */
export const fileNames = (files: LetterFile[], t: Words): string => {
  const more = files.length - mostNamed
  const named = files.slice(0, mostNamed).map(({ name }) => name || t('without a name'))
  return [...named, ...(more > 0 ? [t('and {{count}} more', { count: more })] : [])].join(', ')
}
