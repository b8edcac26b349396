import type { Db } from '#database'
import { say, type Language } from '#platform/text'
import { inLanguage } from '#letters'
import { listInHand } from './edition.data.ts'
import { stateOf } from './edition.rules.ts'
import { paths } from './editions.paths.ts'

type Asking = { network: { id: string }; language: Language; now: Temporal.Instant }

/** Updates at the desk: what is late, what is going out, drafts; and a new one can be begun. */
export async function editionsDesk(db: Db, { network, language, now }: Asking) {
  const inHand = (await listInHand(db, network.id)).map((edition) => ({
    slug: edition.slug,
    state: stateOf(edition, now),
    subject: inLanguage(edition.subject, language).text,
  }))
  const of = (state: string) => inHand.filter((edition) => edition.state === state)
  const drafts = of('draft').length
  return [
    { kind: 'begin' as const, href: paths.newEdition, sentence: say('Write an update') },
    ...of('late').map(({ slug, subject }) => ({
      kind: 'waits' as const,
      href: paths.send(slug),
      sentence: say('“{{subject}}” should have been sent and was not'),
      values: { subject },
    })),
    ...of('sending').map(({ slug, subject }) => ({
      kind: 'waits' as const,
      href: paths.sending(slug),
      sentence: say('“{{subject}}” is being sent'),
      values: { subject },
    })),
    ...(drafts > 0
      ? [{ kind: 'waits' as const, href: paths.updates, sentence: say('{{count}} updates are drafts'), values: { count: drafts } }]
      : []),
  ]
}
