import { newId, transaction, type Db } from '#database'
import type { Answers, Tool } from '#tools'
import { newCode } from './round.code.ts'
import { countAnswers, saveAnswer, saveRevealed, saveRound, type Round } from './round.data.ts'
import { fewest, most } from './group.rules.ts'

type Now = Temporal.Instant

/** Opens a round of a tool, as it is now: a newer version does not change what a group is answering. */
export async function openRound(
  db: Db,
  { networkId, tool, title, personId }: { networkId: string; tool: Tool; title: string; personId: string | null },
  now: Now,
): Promise<string> {
  const id = newId()
  const what = { toolId: tool.id, version: tool.version, title, code: newCode(), openedBy: personId, openedAt: now, revealedAt: null }
  await saveRound(db, { id, networkId, ...what })
  return id
}

export type Answering = { round: Round; phone: string; part: string | null; answers: Answers }

/** Keeps what one phone answers. Kept means kept: whoever is told so is among those who are revealed. */
export async function answerRound(
  db: Db,
  { round, phone, part, answers }: Answering,
  now: Now,
): Promise<'kept' | { refused: 'closed' | 'full' }> {
  if ((await countAnswers(db, round.id)) >= most) return { refused: 'full' }
  return (await saveAnswer(db, { roundId: round.id, phone, part, answers, answeredAt: now })) ? 'kept' : { refused: 'closed' }
}

/** Shows everybody what came of it, once enough have answered. Twice does no harm. */
export const reveal = (db: Db, round: Round, now: Now): Promise<'revealed' | { refused: 'too-few' }> =>
  transaction(db, async (tx) => {
    if ((await countAnswers(tx, round.id)) < fewest) return { refused: 'too-few' }
    await saveRevealed(tx, round.id, now)
    return 'revealed'
  })
