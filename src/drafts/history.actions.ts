import { transaction, type Db, type Tx } from '#database'
import { lockEdition, mayEdit, updateEdition, writeLetters, type Edition, type Written } from '#editions'
import { hasVersions, insertVersion, listVersionsOf, removeOldVersions } from './version.data.ts'

/** A hundred saves are several weeks of work on one edition. */
const mostVersions = 100

/** Writes the edition anew, for all who read it on the web too, and keeps in its history what it says now. */
export async function keepWriting(
  tx: Tx,
  edition: Edition,
  written: Written,
  { personId, now, restores }: { personId: string; now: Temporal.Instant; restores?: Temporal.Instant },
) {
  const letters = edition.publishedAt
    ? { letters: await writeLetters(tx, edition.networkId, { ...written, listId: edition.listId }, now) }
    : {}
  await updateEdition(tx, edition.id, { ...written, ...letters, changedAt: now, changedBy: personId })
  if (isSame(edition, written)) return
  if (!(await hasVersions(tx, edition.id)))
    await insertVersion(tx, edition.id, { ...edition, savedAt: edition.changedAt, savedBy: edition.changedBy })
  await insertVersion(tx, edition.id, { ...written, savedAt: now, savedBy: personId, ...(restores && { restores }) })
  await removeOldVersions(tx, edition.id, mostVersions)
}

const isSame = (one: Written, other: Written) => sayingOf(one) === sayingOf(other)

const sayingOf = ({ subject, preheader, blocks }: Written) => JSON.stringify([subject, preheader, blocks].map(inOrder))

/** The database gives back an object's names in an order of its own. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inside]) => [name, inOrder(inside)])
}

export type Restored = { restored: true } | { refused: 'gone' | 'sent' }

/** Takes up an older version again; what stood there until now stays in the history. */
export function restoreVersion(
  db: Db,
  { networkId, personId }: { networkId: string; personId: string },
  { slug, version }: { slug: string; version: string },
  now: Temporal.Instant,
): Promise<Restored> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId, slug })
    if (!edition) return { refused: 'gone' as const }
    if (!mayEdit(edition)) return { refused: 'sent' as const }
    const [older] = await listVersionsOf(tx, edition.id, [version])
    if (!older) return { refused: 'gone' as const }
    const { subject, preheader, blocks } = older
    await keepWriting(tx, edition, { subject, preheader, blocks }, { personId, now, restores: older.savedAt })
    return { restored: true as const }
  })
}
