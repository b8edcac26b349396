import { transaction, type Db } from '#database'
import type { Language } from '#platform/text'
import { typedBlocks, wordIn } from '#letters'
import { findEdition, lockEdition, mayEdit, type Edition } from '#editions'
import { listOtherWriters, removeWriter, saveDraft, saveWriter, type Draft, type Writer } from './draft.data.ts'

/** What of a sent form is kept: the fields of the writing page and no others, without files. */
export function draftFields(body: Record<string, unknown>): Record<string, string> {
  const blocks = typedBlocks(body)
  const own = blocks.flatMap(({ id, type, fields }) => [
    [`${id}-type`, type],
    ...Object.entries(fields).map(([name, value]) => [`${id}-${name}`, value]),
  ])
  const head = ['subject', 'preheader'].map((name) => [name, wordIn(body, name)])
  const all = [...head, ['order', blocks.map(({ id }) => id).join(',')], ...own]
  return Object.fromEntries(all.map(([name = '', value = '']) => [name, value.replaceAll('\0', '')]))
}

export type Keeping = {
  networkId: string
  slug: string
  personId: string
  language: Language
  /** When the edition had been saved last, as the writer saw it. */
  seen: string
  fields: Record<string, string>
  /** Keeps it though the writer has saved meanwhile: asked for by hand, never by a form that comes late. */
  insists: boolean
}

export type Kept = { keptAt: Temporal.Instant } | { refused: 'gone' | 'sent' | 'saved-since' }

/** Keeps what is being typed, beside the edition, so that a closed window or a lost connection costs nothing. */
export function keepDraft(db: Db, keeping: Keeping, now: Temporal.Instant): Promise<Kept> {
  const { networkId, slug, personId, language, fields } = keeping
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId, slug })
    if (!edition) return { refused: 'gone' as const }
    if (!mayEdit(edition)) return { refused: 'sent' as const }
    const seen = momentSeen(keeping.seen, edition, now)
    if (!seen || (isBehindOwnSave(seen, edition, personId) && !keeping.insists)) return { refused: 'saved-since' as const }
    await saveDraft(tx, { editionId: edition.id, personId, language, fields, seen, keptAt: now })
    return { keptAt: now }
  })
}

function momentSeen(seen: string, { begunAt }: Edition, now: Temporal.Instant): Temporal.Instant | null {
  if (!/^\d{4}-[\dT:.-]+Z$/.test(seen)) return null
  try {
    const moment = Temporal.Instant.from(seen)
    const isPossible = Temporal.Instant.compare(moment, begunAt) >= 0 && Temporal.Instant.compare(moment, now) <= 0
    return isPossible ? moment : null
  } catch {
    return null
  }
}

/** What left the window before its writer pressed Save may arrive after it. */
const isBehindOwnSave = (seen: Temporal.Instant, { changedAt, changedBy }: Edition, personId: string) =>
  changedBy === personId && !seen.equals(changedAt)

/** Whether the draft goes on from what is saved now, or somebody saved since. */
export const goesOn = ({ seen }: Pick<Draft, 'seen'>, { changedAt }: Edition): boolean => seen.equals(changedAt)

/** A browser tells every 20 seconds that it is there; two may get lost. */
const away = Temporal.Duration.from({ seconds: 70 })

export const othersWriting = (db: Db, editionId: string, personId: string, now: Temporal.Instant): Promise<Writer[]> =>
  listOtherWriters(db, { editionId, personId }, now.subtract(away))

type Presence = { networkId: string; slug: string; personId: string; language: Language; isLeaving: boolean }

/** Notes that someone has the edition open, or has left it; says who else has, and when it was saved last. */
export async function noteWriter(
  db: Db,
  { networkId, slug, personId, language, isLeaving }: Presence,
  now: Temporal.Instant,
): Promise<{ edition: Edition; others: Writer[] } | { refused: 'gone' }> {
  const edition = await findEdition(db, networkId, slug)
  if (!edition) return { refused: 'gone' }
  if (isLeaving) await removeWriter(db, { editionId: edition.id, personId })
  else await saveWriter(db, { editionId: edition.id, personId, language, hereAt: now })
  return { edition, others: await othersWriting(db, edition.id, personId, now) }
}
