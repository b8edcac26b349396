import { transaction, type Db, type Tx } from '#database'
import { countReaders, findListById, listLists, readersOf, shownIn } from '#mailing'
import type { Here } from '#platform/http'
import { wordsFor, type Language } from '#platform/text'
import { countReadersIn, findSegment, isFinished, lockSegment, peopleOf, segmentSentence, type Segment } from '#segments'
import { lockEdition, mayEdit, updateEdition, type Edition } from '#editions'
import { saveForDigest } from './audience.data.ts'

type For = Pick<Edition, 'networkId' | 'listId' | 'segmentId' | 'sentToSegment'>

const asking = ({ id, language, timeZone }: Here) => ({ networkId: id, language, timeZone })

/** How many get the edition as things are, by the language of their frame. */
export async function countAudience(db: Db, edition: For, network: Here): Promise<Record<Language, number>> {
  const segment = await segmentOf(db, edition)
  const counts = segment
    ? await countReadersIn(db, { listId: edition.listId, definition: segment.definition }, asking(network))
    : await countReaders(db, edition.listId)
  const of = (language: Language) =>
    counts.filter((row) => (row.language ?? network.language) === language).reduce((sum, { count }) => sum + count, 0)
  return { en: of('en'), es: of('es') }
}

/** Whether the edition is for a segment that nobody of its list is in, or that is not finished: such an edition is not sent. */
export async function isForNobody(db: Db, edition: For, network: Here): Promise<boolean> {
  if (edition.segmentId === null) return false
  const { en, es } = await countAudience(db, edition, network)
  return en + es === 0
}

/** Who of the list's readers gets the edition in this language, as a part of a larger query. Evaluated when the sending begins. */
export function audienceIn(
  tx: Tx,
  { listId, sentToSegment }: For,
  segment: Segment | null,
  { network, language }: { network: Here; language: Language },
) {
  const readers = readersOf(tx, { listId, language, usual: network.language })
  if (segment) return readers.where('personId', 'in', peopleOf(tx, segment.definition, asking(network)))
  // Its segment was removed after the sending began: the rest of the list was not meant.
  return sentToSegment === null ? readers : readers.where('personId', 'is', null)
}

/** Who wants one mail a month gets the edition of their segment in it, and the others of the list do not. */
export async function keepForDigest(tx: Tx, edition: For & { id: string }, network: Here): Promise<void> {
  const segment = await segmentOf(tx, edition)
  if (segment) await saveForDigest(tx, edition, peopleOf(tx, segment.definition, asking(network)))
}

export async function segmentOf(db: Db, { networkId, segmentId }: For): Promise<Segment | null> {
  return segmentId === null ? null : ((await findSegment(db, { networkId, id: segmentId })) ?? null)
}

/** Whom it goes to, in words. */
export async function audienceWords(db: Db, edition: For, network: Here, language: Language): Promise<string> {
  const t = wordsFor(language)
  const [list, segment] = [await findListById(db, edition.networkId, edition.listId), await segmentOf(db, edition)]
  const name = list ? shownIn(list, language).name : ''
  if (!segment) return t('All readers of {{list}}.', { list: name })
  const sentence = await segmentSentence(db, network, language, segment)
  return t('Readers of {{list}} who are in the segment “{{segment}}”: {{sentence}}.', { list: name, segment: segment.name, sentence })
}

export type Choosing = { networkId: string; slug: string; personId: string; list: string; segment: string | null }
export type Chosen = { chosen: true } | { refused: 'gone' | 'sent' | 'no-list' | 'no-segment' | 'unfinished' }

/** Says whom an edition is for; an approval given before was for others. A segment whose rules are not finished cannot be chosen. */
export function chooseAudience(db: Db, { networkId, slug, personId, list, segment }: Choosing, now: Temporal.Instant): Promise<Chosen> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId, slug })
    if (!edition) return { refused: 'gone' as const }
    if (!mayEdit(edition)) return { refused: 'sent' as const }
    const listId = (await listLists(tx, networkId)).find((one) => one.slug === list && !one.closedAt)?.id
    if (!listId) return { refused: 'no-list' as const }
    const refused = segment === null ? null : await whyNotSegment(tx, { networkId, id: segment })
    if (refused) return { refused }
    await updateEdition(tx, edition.id, { listId, segmentId: segment, changedAt: now, changedBy: personId })
    return { chosen: true as const }
  })
}

/** Holds the segment, so that it is not removed in the same moment. */
async function whyNotSegment(tx: Tx, which: { networkId: string; id: string }): Promise<'no-segment' | 'unfinished' | null> {
  const segment = await lockSegment(tx, which)
  if (!segment) return 'no-segment'
  return isFinished(segment.definition) ? null : 'unfinished'
}
