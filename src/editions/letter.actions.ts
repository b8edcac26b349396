import type { Db } from '#database'
import { eventPaths, listTheseEvents, listUpcomingEvents, type EventBrief } from '#events'
import { listNewestTips, listTheseTips, toolkitPaths, type Tip } from '#toolkit'
import { findListById, shownIn } from '#mailing'
import { findWebinar, webinarPaths } from '#webinars'
import { languages, type Language } from '#platform/text'
import {
  inLanguage,
  letterWords,
  pieceOfWriting,
  withoutFields,
  type Block,
  withListNamed,
  type Letter,
  type LetterEntry,
  type LetterEvent,
  type Letters,
  type Piece,
  type Texts,
} from '#letters'

export type Written = {
  subject: Texts
  preheader: Texts
  blocks: Block[]
  /** Its name stands where the words ask for it. */ listId?: string
}

type Reading = { db: Db; networkId: string; language: Language; now: Temporal.Instant }

/** The edition as each language's readers get it, with what is coming up and what is new at this moment. */
export async function writeLetters(db: Db, networkId: string, written: Written, now: Temporal.Instant): Promise<Letters> {
  const list = written.listId === undefined ? undefined : await findListById(db, networkId, written.listId)
  const letters = languages.map(async (language) => {
    const letter = await letterIn({ db, networkId, language, now }, written)
    return [language, list ? withListNamed(letter, shownIn(list, language).name) : letter] as const
  })
  return Object.fromEntries(await Promise.all(letters)) as Letters
}

async function letterIn(reading: Reading, { subject, preheader, blocks }: Written): Promise<Letter> {
  const { language } = reading
  const pieces = await Promise.all(blocks.map((block) => pieceOf(reading, block)))
  return {
    subject: letterWords(inLanguage(subject, language).text, language),
    preheader: letterWords(inLanguage(preheader, language).text, language),
    language: inLanguage(subject, language).language,
    pieces: pieces.filter((piece) => piece !== null),
  }
}

/** What the block shows now; nothing when there is nothing to show. */
async function pieceOf(reading: Reading, block: Block): Promise<Piece | null> {
  switch (block.type) {
    case 'events':
      return eventsPiece(reading, block)
    case 'tips':
      return tipsPiece(reading, block)
    case 'recording':
      return recordingPiece(reading, block)
    case 'words':
    case 'picture':
    case 'button':
    case 'personal':
      return pieceOfWriting(block, reading.language)
  }
}

/** The newest or nearest, as many as asked for; or these and no others. */
type Listing = Pick<Extract<Block, { type: 'events' | 'tips' }>, 'id' | 'count' | 'only'>

async function eventsPiece({ db, networkId, language, now }: Reading, { id, count, only }: Listing): Promise<Piece | null> {
  const reader = { networkId, language }
  const events = only ? await listTheseEvents(db, reader, now, only) : await listUpcomingEvents(db, reader, now, count)
  return events.length ? { block: id, type: 'events', events: events.flatMap(asLetterEvent) } : null
}

export function asLetterEvent({ slug, title, summary, language, startsAt, endsAt, timeZone }: EventBrief): LetterEvent[] {
  if (!startsAt) return []
  const words = { path: eventPaths.event(slug), title: withoutFields(title), summary: withoutFields(summary), language }
  return [{ ...words, startsAt: startsAt.toString(), endsAt: endsAt?.toString() ?? null, timeZone }]
}

async function tipsPiece({ db, networkId, language }: Reading, { id, count, only }: Listing): Promise<Piece | null> {
  const reader = { networkId, language }
  const tips = only ? await listTheseTips(db, reader, only) : await listNewestTips(db, reader, count)
  return tips.length ? { block: id, type: 'tips', tips: tips.map(asLetterTip) } : null
}

export const asLetterTip = ({ slug, title, summary, language }: Tip): LetterEntry => ({
  path: toolkitPaths.tip(slug),
  title: withoutFields(title),
  summary: withoutFields(summary),
  language,
})

async function recordingPiece(
  { db, networkId, language }: Reading,
  { id, webinar }: { id: string; webinar: string },
): Promise<Piece | null> {
  const found = await findWebinar(db, { networkId, language }, webinar)
  if (!found) return null
  const { slug, title, summary, speakers, minutes } = found
  const recording = {
    path: webinarPaths.webinar(slug),
    title: withoutFields(title),
    summary: withoutFields(summary),
    speakers: withoutFields(speakers),
    minutes,
    language: found.language,
  }
  return { block: id, type: 'recording', recording }
}
