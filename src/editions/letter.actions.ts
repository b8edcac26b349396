import type { Db } from '#database'
import { eventPaths, listUpcomingEvents, type EventBrief } from '#events'
import { listNewestTips, toolkitPaths } from '#toolkit'
import { findWebinar, webinarPaths } from '#webinars'
import { languages, type Language } from '#platform/text'
import {
  inLanguage,
  pieceOfWriting,
  withoutOddFields,
  type Block,
  type Letter,
  type LetterEvent,
  type Letters,
  type Piece,
  type Texts,
} from '#letters'

export type Written = { subject: Texts; preheader: Texts; blocks: Block[] }

type Reading = { db: Db; networkId: string; language: Language; now: Temporal.Instant }

/** The edition as each language's readers get it, with what is coming up and what is new at this moment. */
export async function writeLetters(db: Db, networkId: string, written: Written, now: Temporal.Instant): Promise<Letters> {
  const letters = languages.map(async (language) => [language, await letterIn({ db, networkId, language, now }, written)] as const)
  return Object.fromEntries(await Promise.all(letters)) as Letters
}

async function letterIn(reading: Reading, { subject, preheader, blocks }: Written): Promise<Letter> {
  const { language } = reading
  const pieces = await Promise.all(blocks.map((block) => pieceOf(reading, block)))
  return {
    subject: withoutOddFields(inLanguage(subject, language).text),
    preheader: withoutOddFields(inLanguage(preheader, language).text),
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
      return pieceOfWriting(block, reading.language)
  }
}

async function eventsPiece({ db, networkId, language, now }: Reading, { id, count }: { id: string; count: number }): Promise<Piece | null> {
  const events = await listUpcomingEvents(db, { networkId, language }, now, count)
  return events.length ? { block: id, type: 'events', events: events.flatMap(asLetterEvent) } : null
}

function asLetterEvent({ slug, title, summary, language, startsAt, endsAt, timeZone }: EventBrief): LetterEvent[] {
  if (!startsAt) return []
  const words = { path: eventPaths.event(slug), title: withoutOddFields(title), summary: withoutOddFields(summary), language }
  return [{ ...words, startsAt: startsAt.toString(), endsAt: endsAt?.toString() ?? null, timeZone }]
}

async function tipsPiece({ db, networkId, language }: Reading, { id, count }: { id: string; count: number }): Promise<Piece | null> {
  const tips = await listNewestTips(db, { networkId, language }, count)
  const shown = tips.map((tip) => ({
    path: toolkitPaths.tip(tip.slug),
    title: withoutOddFields(tip.title),
    summary: withoutOddFields(tip.summary),
    language: tip.language,
  }))
  return shown.length ? { block: id, type: 'tips', tips: shown } : null
}

async function recordingPiece(
  { db, networkId, language }: Reading,
  { id, webinar }: { id: string; webinar: string },
): Promise<Piece | null> {
  const found = await findWebinar(db, { networkId, language }, webinar)
  if (!found) return null
  const { slug, title, summary, speakers, minutes } = found
  const recording = {
    path: webinarPaths.webinar(slug),
    title: withoutOddFields(title),
    summary: withoutOddFields(summary),
    speakers: withoutOddFields(speakers),
    minutes,
    language: found.language,
  }
  return { block: id, type: 'recording', recording }
}
