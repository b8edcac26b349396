import type { Words } from '#platform/text'
import type { Reason } from './answer.rules.ts'

/** What such an answer means, in words. */
export const reasonWords = (t: Words): Record<Reason, string> => ({
  full: t('The mailbox is full.'),
  'unknown-address': t('There is no such mailbox.'),
  'no-server': t('The domain takes no mail, or does not exist.'),
  unproven: t('They do not believe that the mail is ours.'),
  listed: t('Our mail server stands on a block list.'),
  greylisted: t('They ask every new sender to come back later.'),
  'too-fast': t('We send more at once than they want.'),
  'too-large': t('The mail is too large for them.'),
  encryption: t('The encrypted connection failed.'),
  unreachable: t('Their server could not be reached.'),
  unwanted: t('They took the mail for spam, or their rules refuse it.'),
  other: t('They gave another reason.'),
})

/** The one thing that helps; nothing where none is known. */
export const adviceWords = (t: Words): Record<Reason, string> => ({
  full: t('Nothing to do: it is tried again, and an address that stays full gets no more mail.'),
  'unknown-address': t('Nothing to do: the address gets no more mail. Ask the person for a new one if you know them.'),
  'no-server': t('Look for a slip of the pen in the addresses of this domain.'),
  unproven: t('Ask the owner to open “Does our mail arrive?” and add what it lists at your DNS host.'),
  listed: t('Ask whoever runs your mail server to have it taken off the list that the answer names.'),
  greylisted: t('Nothing to do: it is tried again by itself, and arrives a little later.'),
  'too-fast': t('Nothing to do: sending slows down by itself. If it lasts for days, lower the limit for this domain (MAIL_LIMITS).'),
  'too-large': t('Use fewer or smaller pictures.'),
  encryption: t('Tell whoever runs your mail server; the certificate of either side may have run out.'),
  unreachable: t('Nothing to do: it is tried again for three days.'),
  unwanted: t('Write to the postmaster of this domain and ask them to let your updates in.'),
  other: '',
})
