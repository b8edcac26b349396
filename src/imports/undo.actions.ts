import { transaction, type Db, type Tx } from '#database'
import { takeReadersBack, type Consenting } from '#mailing'
import { emptyFilled, removePeople } from '#people'
import { takeSuppressionsBack } from '#suppressions'
import { batch } from './check.actions.ts'
import { lockImport, planForMany, saveUndone, saveUndoingEnded, type Import } from './import.data.ts'
import type { Deed } from './imports.tables.ts'
import { listActive, listBare, listRows, removeRows, removeTags, type ImportRow } from './row.data.ts'
import { stageOf } from './stage.rules.ts'

/** Takes back exactly what an import added or changed. Whoever has acted since stays as they are. */
export async function undoImport(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  for (let isMore = true; isMore;) isMore = await transaction(db, (tx) => undoBatch(tx, id, now))
}

async function undoBatch(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  await planForMany(tx)
  const found = await lockImport(tx, id)
  if (!found?.listId || !found.takingBeganAt || stageOf(found) !== 'undoing') return false
  const rows = (await listRows(tx, id, { after: found.lastNumber, limit: batch })).flatMap((row) =>
    row.deed ? [{ ...row, deed: row.deed }] : [],
  )
  const last = rows.at(-1)?.number
  if (last === undefined) {
    await saveUndoingEnded(tx, id, now)
    return false
  }
  const begun = rows.flatMap(({ personId, deed }) => (deed.begun ? (personId ?? []) : []))
  const active = await listActive(tx, begun, found.takingBeganAt)
  const free = rows.filter(({ personId }) => !personId || !active.has(personId))
  const back = await takeBack(tx, { ...found, listId: found.listId }, free, now)
  await removeRows(tx, id, last)
  await removePeople(tx, await listBare(tx, begun))
  const before = found.undone ?? { back: 0, stay: 0 }
  await saveUndone(tx, id, { lastNumber: last, undone: { back: before.back + back, stay: before.stay + rows.length - back } })
  return true
}

type DoneRow = ImportRow & { deed: Deed }

async function takeBack(tx: Tx, of: Pick<Import, 'networkId' | 'fileName'> & { listId: string }, rows: DoneRow[], now: Temporal.Instant) {
  const { networkId, listId, fileName } = of
  const words: Consenting = { networkId, listId, wording: 'The import was taken back.', source: `import of ${fileName} taken back` }
  const placed = rows.flatMap(({ personId, deed: { before, moments } }) =>
    personId && before && moments ? [{ personId, before, ...moments }] : [],
  )
  const back = await takeReadersBack(tx, words, placed, now)
  const isStill = ({ personId, deed }: DoneRow) => personId !== null && (deed.before === null || back.has(personId))
  const still = rows.flatMap((row) => (isStill(row) ? [{ ...row, personId: row.personId ?? '' }] : []))
  await removeTags(
    tx,
    networkId,
    still.map(({ personId, deed: { tags } }) => ({ personId, tags })),
  )
  await emptyFilled(
    tx,
    still.map(({ personId, deed: { filled } }) => ({ id: personId, filled })),
  )
  const free = await takeSuppressionsBack(
    tx,
    rows.flatMap(({ deed: { suppressionId } }) => suppressionId ?? []),
  )
  return still.length + free.size
}
