import type { Db } from '#database'
import { say, type Language } from '#platform/text'
import { listOwed } from './recording.data.ts'
import { paths } from './recordings.paths.ts'

type Asked = { network: { id: string }; language: Language; now: Temporal.Instant }

/** Captions that were promised by today and are not there. */
export async function recordingsDesk(db: Db, { network, language, now }: Asked) {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const owed = await listOwed(db, network.id, today, language)
  return owed.map(({ slug, title }) => ({
    kind: 'waits' as const,
    href: `${paths.media(slug)}#captions`,
    sentence: say('The captions of “{{title}}” were promised by today'),
    values: { title },
  }))
}
