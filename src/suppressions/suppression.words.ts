import type { Words } from '#platform/text'
import type { SuppressionReason } from './suppressions.tables.ts'

export const reasonNames = (t: Words): Record<SuppressionReason, string> => ({
  bounced: t('Mail came back for good'),
  unreachable: t('Mail came back again and again'),
  complained: t('Reported as unwanted'),
  added: t('Added by hand'),
  erased: t('Forgotten'),
})

/** In plain words: what happened, and what follows from it. */
export const reasonSentences = (t: Words): Record<SuppressionReason, string> => ({
  bounced: t('The mail server of this address said that it takes no mail, now or later. So we stopped at once.'),
  unreachable: t('Three different mails within thirty days came back, and none arrived between them. So we stopped.'),
  complained: t('The reader reported one of our mails as unwanted. They are off all lists, and the form to join sends them nothing.'),
  added: t('A steward asked that this address gets no more mail of our lists.'),
  erased: t('The person asked to be forgotten.'),
})

/** What brings the mail back, besides a steward. */
export const waysBack = (t: Words): Record<SuppressionReason, string> => ({
  bounced: t('If the reader joins again and confirms from this address, mail starts again by itself.'),
  unreachable: t('If the reader joins again and confirms from this address, mail starts again by itself.'),
  complained: t(
    'Only the owner can undo this, and only if the reader asked for it. Mail to people who report us can get all our mail refused.',
  ),
  added: t('If the reader joins again and confirms from this address, mail starts again by itself.'),
  erased: t('Only they can come back.'),
})
