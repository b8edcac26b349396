import type { EventNews } from '#events'
import { transaction, type Db } from '#database'
import { findRootNetwork } from '#networks'
import type { Job, Jobs } from '#platform/jobs'
import type { Hall } from './hall.ts'
import type { RhythmNews } from '#rhythms'
import { tellRhythmChange } from './series-news.actions.ts'
import { removeOldAsks } from './rsvp-ask.data.ts'
import { remind, tellCancellation, tellChange, tellSeated } from './telling.actions.ts'

type Teller<News> = (db: Db, hall: Hall, news: News, now: Temporal.Instant) => Promise<void>

type News = EventNews & { 'rhythm-changed': RhythmNews }

const telling =
  <Name extends keyof News>(_name: Name, tell: Teller<News[Name]>): Job =>
  async (db, payload, now, config) => {
    const network = await findRootNetwork(db)
    if (network) await tell(db, { network, baseUrl: config.baseUrl, organizer: config.mailFrom }, payload as News[Name], now)
  }

export const rsvpJobs: Jobs = {
  'event-changed': telling('event-changed', tellChange),
  'event-cancelled': telling('event-cancelled', tellCancellation),
  'event-reminder': telling('event-reminder', remind),
  'rhythm-changed': telling('rhythm-changed', tellRhythmChange),
  'seats-given': telling('seats-given', (db, hall, news, now) => transaction(db, (tx) => tellSeated(tx, hall, news, now))),
  'forget-old-asks': (db, _payload, now) => removeOldAsks(db, now.subtract({ hours: 24 * 30 })),
}
