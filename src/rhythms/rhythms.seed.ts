import type { Tx } from '#database'
import { findEvent, type Event } from '#events'
import { readStarter, type Language, type StarterPage } from '#platform/text'
import { givenFor, inputOf, makeDates } from './date.actions.ts'
import { keep } from './own.rules.ts'
import { plannedDays, weekOf } from './recurrence.rules.ts'
import { insertRhythm, saveRhythmDate } from './rhythm.data.ts'

type Network = { id: string; language: Language }
type Now = Temporal.Instant

/** Makes the starter's office hours a series: its first dates keep the subjects they have, later ones follow, hosts take turns. */
export async function seedRhythms(tx: Tx, network: Network, now: Now): Promise<void> {
  for (const page of readStarter('rhythms')) {
    const dates: Event[] = []
    for (const slug of page.english.key('dates').split(', ')) {
      const event = await findEvent(tx, { networkId: network.id, language: 'en', steward: true }, { slug })
      if (event) dates.push(event)
    }
    await beginStarter(tx, network, { page, dates }, now)
  }
}

async function beginStarter(tx: Tx, network: Network, { page, dates }: { page: StarterPage; dates: Event[] }, now: Now) {
  const [first] = dates
  if (!first?.startsAt || !first.endsAt) return
  const start = first.startsAt.toZonedDateTimeISO(first.timeZone)
  const rhythm = await insertRhythm(tx, {
    networkId: network.id,
    slug: page.slug,
    unit: 'month',
    every: 1,
    week: weekOf(start.toPlainDate()),
    firstDay: start.toPlainDate(),
    lastDay: null,
    mostDates: null,
    timeZone: first.timeZone,
    localTime: start.toPlainTime().toString({ smallestUnit: 'minute' }),
    minutes: Math.round(first.startsAt.until(first.endsAt).total('minutes')),
    rotation: page.english.key('rotation').split('; '),
    given: JSON.stringify(keep({ ...inputOf(first), ...wordsOf(page.english) })),
    texts: JSON.stringify(
      page.texts.filter(({ language }) => language !== 'en').map((text) => ({ language: text.language, ...wordsOf(text) })),
    ),
    begunAt: now,
    changedAt: now,
  })
  for (const [place, planned] of [...plannedDays(rhythm).take(dates.length)].entries())
    await saveRhythmDate(tx, {
      rhythmId: rhythm.id,
      ...planned,
      eventId: dates[place]?.id ?? null,
      given: JSON.stringify(keep(givenFor(rhythm, planned))),
    })
  await makeDates(tx, { networkId: network.id, language: 'en' }, rhythm, now)
}

const wordsOf = ({ key, body }: StarterPage['english']) => ({ title: key('title'), summary: key('summary'), description: body })
