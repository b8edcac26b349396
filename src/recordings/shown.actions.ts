import { transaction, type Db, type Tx } from '#database'
import type { Place } from '#people'
import { queueMails } from '#platform/mail'
import { languages } from '#platform/text'
import { listTheseWebinars } from '#webinars'
import { paths } from './recordings.paths.ts'
import { listRegistered, listUntold, lockUntold, noteShown, saveToldOf } from './shown.data.ts'
import { recordingShownMail } from './shown.mails.tsx'

/** Notes which recordings readers can see now, and tells whoever registered for what they show; once each, however often it runs. */
export async function tellOfRecordings(db: Db, place: Place, now: Temporal.Instant): Promise<void> {
  await noteShown(db, place.network.id, now)
  for (const { webinarId } of await listUntold(db, place.network.id)) await transaction(db, (tx) => tell(tx, place, webinarId, now))
}

/** So many mails are written in one statement. */
const most = 500

async function tell(tx: Tx, { network, baseUrl }: Place, webinarId: string, now: Temporal.Instant): Promise<void> {
  const untold = await lockUntold(tx, webinarId)
  if (!untold) return
  const inEach = new Map(
    await Promise.all(
      languages.map(
        async (language) =>
          [language, (await listTheseWebinars(tx, { networkId: network.id, language }, [webinarId])).get(webinarId)] as const,
      ),
    ),
  )
  for (let after: string | null = null, isMore = true; isMore;) {
    const people = await listRegistered(tx, untold.eventId, after, most)
    const mails = people.flatMap((person) => {
      const language = person.language ?? network.language
      const webinar = inEach.get(language)
      if (!webinar) return []
      const link = `${baseUrl}${paths.webinar(webinar.slug)}#recording`
      return [{ ...recordingShownMail({ network, person, language, link }, webinar), onceKey: `recording:${webinarId}:${person.id}` }]
    })
    await queueMails(tx, mails, now)
    after = people.at(-1)?.id ?? null
    isMore = people.length === most
  }
  await saveToldOf(tx, untold)
}
