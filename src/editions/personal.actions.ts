import type { Db } from '#database'
import { listUpcomingEvents, type EventBrief } from '#events'
import { listNewestTips } from '#toolkit'
import type { Language } from '#platform/text'
import { personalPiece, type PersonalContent, type PersonalKind } from '#letters'
import { asLetterEvent, asLetterTip } from './letter.actions.ts'
import { findPiecesNow, listPastEditions, listReceived, listSeatsOf, listTipsAtSteps, tipsIn } from './personal.data.ts'
import { nextTipFor, stateName, type MergeValues, type TipsAtStep } from './personal.rules.ts'

export type ReaderOfPieces = MergeValues & { personId: string }
type Fields = Record<string, string>
type PieceFor = (reader: ReaderOfPieces) => Fields

export type Asking = {
  editionId: string
  networkId: string
  language: Language
  baseUrl: string
  personal: PersonalKind[]
  now: Temporal.Instant
}

/** Asks once for a batch of readers, then says what each of them finds. */
export type PersonalPieces = (db: Db, readers: ReaderOfPieces[]) => Promise<PieceFor>

const mostShown = 3
const mostUpcoming = 300
const mostTips = 300

/**
 * What the personal pieces of an edition have to choose from. One query a batch for each kind tells who finds what;
 * a reader's part is then one of a few texts, each of which is made once.
 */
export async function personalPieces(db: Db, asking: Asking): Promise<PersonalPieces> {
  const ways = await Promise.all(asking.personal.map((kind) => makers[kind](db, asking)))
  return async (db, readers) => {
    if (readers.length === 0) return () => ({})
    const found = await Promise.all(ways.map((way) => way(db, readers)))
    return (reader) => Object.assign({}, ...found.map((pieceFor) => pieceFor(reader))) as Fields
  }
}

const makers: Record<PersonalKind, (db: Db, asking: Asking) => Promise<PersonalPieces>> = {
  'state-events': stateEvents,
  'my-events': myEvents,
  'next-tip': nextTips,
}

const upcoming = (db: Db, asking: Asking) => listUpcomingEvents(db, asking, asking.now, mostUpcoming)

async function stateEvents(db: Db, asking: Asking): Promise<PersonalPieces> {
  const inStates = Map.groupBy(await upcoming(db, asking), ({ state }) => state ?? '')
  const pieceOf = once((state) => eventsPiece(asking, { kind: 'state-events', state: stateName(state) }, inStates.get(state)))
  return async () => (reader) => (reader.state ? pieceOf(reader.state) : {})
}

async function myEvents(db: Db, asking: Asking): Promise<PersonalPieces> {
  const events = await upcoming(db, asking)
  const eventIds = events.map(({ id }) => id)
  const pieceOf = once((ids) =>
    eventsPiece(
      asking,
      { kind: 'my-events' },
      events.filter(({ id }) => ids.includes(id)),
    ),
  )
  return async (db, readers) => {
    const seats = Map.groupBy(await listSeatsOf(db, idsOf(readers), eventIds), ({ personId }) => personId)
    return ({ personId }) => pieceOf(keyOf((seats.get(personId) ?? []).map(({ eventId }) => eventId)))
  }
}

async function nextTips(db: Db, asking: Asking): Promise<PersonalPieces> {
  const { now } = asking
  const tips = await listNewestTips(db, asking, mostTips)
  const dated = tips.flatMap(({ slug, publishedAt }) => (publishedAt ? [{ slug, publishedAt }] : []))
  const past = await listPastEditions(db, asking.networkId, now)
  const here = { now, tips: tipsIn(await findPiecesNow(db, asking.editionId)) }
  const pieceOf = once((next) => {
    const tip = tips.find(({ slug }) => slug === next)
    return tip ? personalPiece({ kind: 'next-tip', tip: asLetterTip(tip) }, asking) : {}
  })
  const nextOf = (ids: string[], atStep?: TipsAtStep) => {
    const received = past.filter(({ id }) => ids.includes(id))
    return nextTipFor(received, dated, { ...here, atStep }) ?? ''
  }
  const generally = once((ids) => nextOf(ids.split(' ')))
  const pastIds = past.map(({ id }) => id)
  return async (db, readers) => {
    const [rows, steps] = await Promise.all([
      listReceived(db, idsOf(readers), pastIds),
      listTipsAtSteps(db, asking.networkId, idsOf(readers)),
    ])
    const received = new Map(rows.map(({ personId, editionIds }) => [personId, editionIds]))
    const atSteps = new Map(steps.map(({ personId, ...atStep }) => [personId, atStep]))
    return ({ personId }) => {
      const [ids, atStep] = [received.get(personId) ?? [], atSteps.get(personId)]
      return pieceOf(atStep ? nextOf(ids, atStep) : generally(keyOf(ids)))
    }
  }
}

type EventsHead = { kind: 'state-events'; state: string } | { kind: 'my-events' }

function eventsPiece(asking: Asking, head: EventsHead, events: EventBrief[] = []): Fields {
  const shown = events.flatMap(asLetterEvent).slice(0, mostShown)
  const content: PersonalContent = { ...head, events: shown }
  return shown.length > 0 ? personalPiece(content, asking) : {}
}

const idsOf = (readers: ReaderOfPieces[]) => readers.map(({ personId }) => personId)
const keyOf = (ids: string[]) => ids.toSorted().join(' ')

/** The same answer to the same question, made when it is first asked for. */
function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
