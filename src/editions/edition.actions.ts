import { transaction, type Db } from '#database'
import { lockEdition, updateEdition, type Edition } from './edition.data.ts'
import { mayEdit, toMend, type ToMend } from './edition.rules.ts'
import { writeLetters } from './letter.actions.ts'

type Who = { networkId: string; personId: string }

type Looking = { edition: Edition; network: { id: string }; now: Temporal.Instant }

/** What the edition says now, or what it said when it was sent. */
export const lettersOf = async (db: Db, { edition, network, now }: Looking) =>
  edition.sendingBeganAt && edition.letters ? edition.letters : writeLetters(db, network.id, edition, now)

export type Published = { published: true } | { refused: 'gone' } | { refused: 'to-mend'; toMend: ToMend[] }

/** Puts the web copy where everybody reads it, without sending anything. */
export function publishEdition(db: Db, who: Who, slug: string, now: Temporal.Instant): Promise<Published> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId: who.networkId, slug })
    if (!edition) return { refused: 'gone' as const }
    const mend = toMend(edition)
    if (mend.length > 0) return { refused: 'to-mend' as const, toMend: mend }
    if (!edition.publishedAt)
      await updateEdition(tx, edition.id, { letters: await writeLetters(tx, who.networkId, edition, now), publishedAt: now })
    return { published: true as const }
  })
}

/** Takes the web copy back, as long as nobody was sent it. */
export function unpublishEdition(db: Db, who: Who, slug: string): Promise<void> {
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId: who.networkId, slug })
    if (edition && mayEdit(edition)) await updateEdition(tx, edition.id, { publishedAt: null })
  })
}
