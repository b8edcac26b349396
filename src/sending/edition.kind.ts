import type { Db } from '#database'
import { fieldsOf, fieldsOfReaders, readerFieldNames } from '#mailing'
import type { BulkKind } from '#platform/mail'
import { markupFields, plainFields } from '#letters'
import { findContentOfEdition, listMergeValues, mergeValuesOf, personalPieces, type Asking, type PersonalPieces } from '#editions'

/** How the mail engine makes an edition personal, and asks right before it leaves who reads the list still. All of it a batch at a time. */
export const editionKind: BulkKind = {
  names: [...readerFieldNames, 'organisation', 'state', ...markupFields, ...plainFields],
  markup: markupFields,
  personal: () => ({}),
  async stillReads(db, contentId, personIds) {
    const content = await findContentOfEdition(db, contentId)
    if (!content) return new Map()
    const reading = { network: { secret: content.secret }, listId: content.listId, someone: '' }
    const readers = content.isTest ? null : await fieldsOfReaders(db, reading, personIds)
    const people = await listMergeValues(db, readers ? [...readers.keys()] : personIds)
    const pieces = await piecesOf(db, contentId, { ...content, now: content.queuedAt })
    const pieceFor = await pieces(db, people)
    const fieldsFor = (person: (typeof people)[number]) => readers?.get(person.personId) ?? fieldsOf(reading, person)
    return new Map(people.map((person) => [person.personId, { ...fieldsFor(person), ...mergeValuesOf(person), ...pieceFor(person) }]))
  },
}

const freshFor = 10_000
let last: { contentId: string; until: number; pieces: Promise<PersonalPieces> } | undefined

/** Batches of one content follow each other closely: what all of them choose from is asked for every ten seconds. */
function piecesOf(db: Db, contentId: string, asking: Asking): Promise<PersonalPieces> {
  if (last?.contentId === contentId && last.until > performance.now()) return last.pieces
  const pieces = personalPieces(db, asking)
  last = { contentId, until: performance.now() + freshFor, pieces }
  pieces.catch(() => (last = undefined))
  return pieces
}
