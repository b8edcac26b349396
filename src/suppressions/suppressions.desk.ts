import type { Db } from '#database'
import { say } from '#platform/text'
import { countReturned } from './returned.data.ts'
import { paths } from './suppressions.paths.ts'

/** What of the mail's fate stewards should look at this week, and where they look after it. */
export async function suppressionsDesk(db: Db, { network, now }: { network: { id: string }; now: Temporal.Instant }) {
  const { blocked, complaints } = await countReturned(db, network.id, now.subtract({ hours: 24 * 7 }))
  const lines = [
    {
      kind: 'waits' as const,
      href: `${paths.list}?reason=complained`,
      sentence: say('{{count}} readers reported our mail as unwanted this week'),
      values: { count: complaints },
    },
    {
      kind: 'waits' as const,
      href: paths.blocked,
      sentence: say('{{count}} mails were turned away this week for a reason that lies with us'),
      values: { count: blocked },
    },
  ]
  return [
    ...lines.filter(({ values }) => values.count > 0),
    { kind: 'keep' as const, href: paths.list, sentence: say('Addresses that get no mail, and why') },
  ]
}
