import type { Language, Words } from '#platform/text'
import { usualBounds } from './alert.rules.ts'
import type { StopReason } from './sending.tables.ts'

/** Why an edition was stopped, with the figures of that moment and the bound they are over. */
export function stopWords(
  t: Words,
  language: Language,
  { reason, troubles, given, boundInThousand }: { reason: StopReason; troubles: number; given: number; boundInThousand: number | null },
): string {
  const share = (part: number) => part.toLocaleString(`${language}-US`, { style: 'percent', maximumFractionDigits: 1 })
  const bound = boundInThousand === null ? null : boundInThousand / 1000
  const values = {
    troubles: troubles.toLocaleString(`${language}-US`),
    given: given.toLocaleString(`${language}-US`),
    share: share(given ? troubles / given : 0),
  }
  switch (reason) {
    case 'mistake':
      return t('It was stopped to fix a mistake. Nothing leaves until you mend it or resume.')
    case 'bounces':
      return t(
        'It was stopped by itself: {{troubles}} of {{given}} addresses ({{share}}) take no mail, and more than {{bound}} harms the name of your domain. Look at where these addresses came from, then resume or cancel.',
        { ...values, bound: share(bound ?? usualBounds.bounces.share) },
      )
    case 'complaints':
      return t(
        'It was stopped by itself: {{troubles}} of {{given}} readers ({{share}}) reported it as unwanted, and above {{bound}} Gmail turns mail away. Look at who gets it and what it says, then resume or cancel.',
        { ...values, bound: share(bound ?? usualBounds.complaints.share) },
      )
  }
}
