import { transaction, type Db } from '#database'
import { listStewards, type Place } from '#people'
import { queueMails } from '#platform/mail'
import { captionsOwedMail } from './promise.mails.tsx'
import { reminderDay } from './promise.rules.ts'
import { listOwed, saveCaptionsDue } from './recording.data.ts'
import { paths } from './recordings.paths.ts'

const farthest = 90

/** Shows a recording before its captions are there: they are promised for a day soon. */
export async function promiseCaptions(
  db: Db,
  { webinarId, due, zone }: { webinarId: string; due: Temporal.PlainDate; zone: string },
  now: Temporal.Instant,
): Promise<'promised' | 'not-that-day'> {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const { days } = today.until(due, { largestUnit: 'day' })
  if (days < 1 || days > farthest) return 'not-that-day'
  await saveCaptionsDue(db, webinarId, due)
  return 'promised'
}

/** Reminds every steward of captions that are promised and not there; of each day once, however often it runs. */
export const remindOfCaptions = (db: Db, { network, baseUrl }: Place, now: Temporal.Instant): Promise<void> =>
  transaction(db, async (tx) => {
    const today = now.toZonedDateTimeISO(network.timeZone).toPlainDate()
    for (const [language, stewards] of Map.groupBy(await listStewards(tx, network.id), (steward) => steward.language ?? network.language)) {
      const owed = await listOwed(tx, network.id, today.add({ days: 7 }), language)
      const mails = owed.flatMap(({ id, slug, title, captionsDue: due }) => {
        const day = due && reminderDay(due, today)
        if (!day) return []
        const told = { title, due, isAhead: Temporal.PlainDate.compare(due, today) >= 0, link: `${baseUrl}${paths.media(slug)}#captions` }
        return stewards.map((person) => ({
          ...captionsOwedMail({ network, person, language }, told),
          onceKey: `captions-owed:${id}:${due.toString()}:${day.toString()}:${person.id}`,
        }))
      })
      await queueMails(tx, mails, now)
    }
  })
