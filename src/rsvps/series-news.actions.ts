import { transaction, type Db } from '#database'
import { inBatches, type Event, type EventNews } from '#events'
import { queueMails, type Mail } from '#platform/mail'
import type { CalendarEntry } from '#platform/calendar'
import type { RhythmNews } from '#rhythms'
import type { Hall } from './hall.ts'
import { cancelledMail, changedMail } from './news.mails.tsx'
import { toGuest } from './rsvp.mails.tsx'
import type { RsvpGuest } from './rsvp-guest.ts'
import { listSeriesAnswers, type DateAnswer, type SeriesAnswers } from './series.data.ts'
import { entriesOfSeries, planOf } from './series.actions.ts'
import type { Plan } from './series-entry.ts'
import { seriesNewsMail, type DateNews } from './series-news.mails.tsx'
import { asGuest } from './told.ts'

type Now = Temporal.Instant
type Change = EventNews['event-changed']

/** Tells each guest once what a change of a series means for the dates they come to. What has changed once more is told by that news. */
export async function tellRhythmChange(db: Db, hall: Hall, news: RhythmNews, now: Now): Promise<void> {
  const plan = await planOf(db, hall, { id: news.rhythmId })
  if (!plan || plan.rhythm.sequence !== news.sequence) return
  const changes = new Map(news.changed.filter((change) => isStillNews(plan, change)).map((change) => [change.eventId, change]))
  const sought = { rhythmId: news.rhythmId, eventIds: [...changes.keys(), ...news.cancelled], isForAll: news.isRuleChanged }
  await inBatches(
    (after, most) => listSeriesAnswers(db, sought, after, most),
    (batch) =>
      transaction(db, async (tx) => {
        const guests = batch.map((answers) => ({ answers, guest: asGuest(answers, hall.network.language) }))
        const series = await entriesOfSeries(
          tx,
          plan,
          guests.map(({ guest }) => guest),
        )
        const mails = guests.flatMap(({ answers, guest }) =>
          mailsFor({ hall, plan, news, changes, now }, { answers, guest, series: series.get(guest.id) }),
        )
        await queueMails(tx, mails, now)
      }),
  )
}

const isStillNews = ({ events }: Plan, { eventId, sequence }: Change) => events.en.get(eventId)?.sequence === sequence

type Telling = { hall: Hall; plan: Plan; news: RhythmNews; changes: Map<string, Change>; now: Now }
type Told = { answers: SeriesAnswers; guest: RsvpGuest; series: CalendarEntry[] | undefined }

/** The dates of the series' entry in one mail; dates that stand for themselves in another, as one is always told of them. */
function mailsFor(telling: Telling, { answers, guest, series }: Told): Mail[] {
  const mine = answers.answers.filter(({ answer }) => answer !== 'declined')
  const [together, apart] = [true, false].map((isPart) => mine.filter(({ inSeries }) => inSeries === isPart)) as [
    DateAnswer[],
    DateAnswer[],
  ]
  const key = `rhythm-changed:${telling.news.rhythmId}:${telling.news.sequence}:${guest.id}`
  return [
    ...(series && (together.length > 0 || answers.isTold) ? [seriesMail(telling, { guest, dates: together, series }, key)] : []),
    ...apartMails(telling, guest, apart).map((mail) => ({ ...mail, onceKey: `${key}:apart` })),
  ]
}

type Dates = { guest: RsvpGuest; dates: DateAnswer[]; series: CalendarEntry[] | undefined }

function seriesMail({ hall, plan, changes, now }: Telling, { guest, dates, series }: Dates, onceKey: string): Mail {
  const { slug, texts, given } = plan.rhythm
  const { title } = texts.find(({ language }) => language === guest.language) ?? given
  const news = dates.flatMap((date) => newsOf(plan, changes, { date, guest }) ?? [])
  return { ...seriesNewsMail({ ...hall, guest, now, rhythm: { slug, title }, dates: news, series }), onceKey }
}

function newsOf(plan: Plan, changes: Map<string, Change>, { date, guest }: { date: DateAnswer; guest: RsvpGuest }): DateNews | null {
  const event = plan.events[guest.language].get(date.eventId)
  const change = changes.get(date.eventId)
  if (!event || (!change && !event.cancelledAt)) return null
  const isWaiting = date.answer === 'waiting'
  return { event: withMine(event, date), was: change ? wasOf(change) : null, changes: change?.changes ?? [], isWaiting }
}

/** As the guest sees it: whoever waits is given no call details. */
const withMine = (event: Event, { answer, sequence }: DateAnswer): Event => ({
  ...event,
  call: answer === 'seated' ? event.call : null,
  mine: { answer, sequence, question: null, answeredAt: event.changedAt, ahead: 0 },
})

const wasOf = ({ was }: Change) => ({ ...was, startsAt: momentOf(was.startsAt), endsAt: momentOf(was.endsAt) })

const momentOf = (text: string | null) => (text ? Temporal.Instant.from(text) : null)

/** One date is told as ever; several in one mail. Whoever waits need not know of the call. */
function apartMails(telling: Telling, guest: RsvpGuest, dates: DateAnswer[]): Mail[] {
  const { hall, plan, changes, now } = telling
  const news = dates.flatMap((date) => {
    const one = newsOf(plan, changes, { date, guest })
    const isForThem = one && (one.event.cancelledAt || !one.isWaiting || one.changes.some((change) => change !== 'call'))
    return one && isForThem ? [{ date, one }] : []
  })
  const [first] = news
  if (!first) return []
  if (news.length > 1) return [seriesMail(telling, { guest, dates: news.map(({ date }) => date), series: undefined }, '')]
  const { event, was, changes: changed } = first.one
  const mail = toGuest(hall, { guest, event, call: event.call, standing: first.date }, now)
  return [event.cancelledAt || !was ? cancelledMail(mail) : changedMail(mail, changed, was)]
}
