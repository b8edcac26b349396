import { notFound, type Asked } from '#platform/http'
import { choicesOf, findVersion, readAnswers, type Tool } from '#tools'
import type { Standing } from './board.pages.tsx'
import { groupResultOf, type GroupResult } from './group.rules.ts'
import { countAnswers, listAnswers, type Round } from './round.data.ts'

/**
 * How a round stands, as everybody may see it. Before it is revealed that is a number alone; afterwards nothing of it changes, and this
 * process makes the result once.
 */
export async function standingOf(c: Asked, round: Round): Promise<Standing> {
  const { db, remember } = c.var
  const tool = (await findVersion(db, round.toolId, round.version)) ?? notFound()
  if (!round.revealedAt) return { tool, people: await countAnswers(db, round.id), result: null }
  const result = await remember(`round ${round.id}`, { tables: ['tool'], until: c.var.now.add({ hours: 1 }) }, () =>
    resultFor(c, round, tool),
  )
  return { tool, people: result.people, result }
}

async function resultFor(c: Asked, { id }: Round, { definition }: Tool): Promise<GroupResult> {
  const said = await listAnswers(c.var.db, id)
  // Each phone's answers are read once, however many figures are made of them: everybody waits for this.
  const readings = new Map(said.map(({ answers }) => [answers, readAnswers(definition, answers)]))
  return groupResultOf(definition, said, {
    score: (answers, key) => readings.get(answers)?.score(key) ?? null,
    choices: (item) => choicesOf(definition, item),
  })
}
