import { transaction, type Db } from '#database'
import { listLists, shownIn } from '#mailing'
import type { Here } from '#platform/http'
import { wordsFor, type Language } from '#platform/text'
import { formatDay } from '#platform/time'
import { newDefinition, perform, type Act, type Definition } from './definition.rules.ts'
import type { Known, Speaker } from './rule-kinds.rules.ts'
import {
  findSegment,
  insertSegment,
  listEditionsThatUse,
  listEventsToName,
  listToolsToName,
  listTopicsToName,
  lockSegment,
  removeSegment,
  updateSegment,
  type Segment,
} from './segment.data.ts'
import { sentenceOf } from './sentence.rules.ts'

type Who = { networkId: string; personId: string }

/** The lists, events, topics and tools that rules may name, as a reader of this language calls them. */
async function whatRulesName(db: Db, network: Here, language: Language): Promise<Known> {
  const lists = (await listLists(db, network.id)).map((list) => ({ value: list.id, words: shownIn(list, language).name }))
  const events = (await listEventsToName(db, { networkId: network.id, language })).map(({ id, title, startsAt, timeZone }) => ({
    value: id,
    words: startsAt ? `${title} (${formatDay(startsAt, timeZone, language)})` : title,
  }))
  const topics = (await listTopicsToName(db, network.id)).map(({ id, name }) => ({ value: id, words: name[language] }))
  const tools = (await listToolsToName(db, network.id)).map(({ id, title }) => ({ value: id, words: title[language] ?? title.en }))
  return { lists, events, topics, tools }
}

export const speakerFor = async (db: Db, network: Here, language: Language): Promise<Speaker> => ({
  t: wordsFor(language),
  language,
  timeZone: network.timeZone,
  known: await whatRulesName(db, network, language),
})

/** Begins a segment that is everybody, until it gets rules. */
export const beginSegment = (db: Db, { networkId, personId }: Who, name: string, now: Temporal.Instant): Promise<string> =>
  insertSegment(db, { networkId, name, definition: newDefinition(), changedBy: personId }, now)

export type Saving = Who & { id: string; seen: string; act: Act; name: string; definition: Definition }
export type Saved = { touched: string | null } | { refused: 'gone' } | { refused: 'changed-meanwhile'; current: Segment }

/** Keeps the name and rules as they were typed, then does what the button asked: add a rule or a group, or remove one. */
export function saveSegment(
  db: Db,
  { networkId, personId, id, seen, act, name, definition }: Saving,
  now: Temporal.Instant,
): Promise<Saved> {
  return transaction(db, async (tx) => {
    const current = await lockSegment(tx, { networkId, id })
    if (!current) return { refused: 'gone' as const }
    if (current.changedAt.toString() !== seen) return { refused: 'changed-meanwhile' as const, current }
    const performed = perform(act, definition)
    await updateSegment(tx, id, { name, definition: performed.definition, changedBy: personId }, now)
    return { touched: performed.touched }
  })
}

/** A second one with the same rules, to be changed; null when there is none to copy. */
export async function copySegment(
  db: Db,
  { networkId, personId, id }: Who & { id: string },
  words: (name: string) => string,
  now: Temporal.Instant,
) {
  const segment = await findSegment(db, { networkId, id })
  if (!segment) return null
  const name = words(segment.name).slice(0, 120)
  return insertSegment(db, { networkId, name, definition: segment.definition, changedBy: personId }, now)
}

export type Using = Awaited<ReturnType<typeof listEditionsThatUse>>
export type Removed = { removed: true } | { refused: 'gone' } | { refused: 'in-use'; editions: Using }

/** Removes a segment; not while an edition waits to be sent to it, which would then go to everybody. */
export function dropSegment(db: Db, which: { networkId: string; id: string }): Promise<Removed> {
  return transaction(db, async (tx) => {
    if (!(await lockSegment(tx, which))) return { refused: 'gone' as const }
    const editions = await listEditionsThatUse(tx, which.id)
    if (editions.length > 0) return { refused: 'in-use' as const, editions }
    await removeSegment(tx, which.id)
    return { removed: true as const }
  })
}

/** Who is in it, in plain words. */
export const segmentSentence = async (db: Db, network: Here, language: Language, { definition }: Segment): Promise<string> =>
  sentenceOf(definition, await speakerFor(db, network, language))
