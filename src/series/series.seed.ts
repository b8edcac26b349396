import type { Tx } from '#database'
import { listLists } from '#mailing'
import { readStarter } from '#platform/text'
import { insertSeries, insertStep, updateSeries } from './series.data.ts'

/** The welcome that ships: switched on for those who join from `now` on, never for people who are there already. */
export async function seedSeries(tx: Tx, network: { id: string }, now: Temporal.Instant): Promise<void> {
  const [list] = await listLists(tx, network.id)
  if (!list) return
  const id = await insertSeries(tx, { networkId: network.id, listId: list.id, name: 'Welcome', beginsWith: 'joined', stopsWith: null }, now)
  for (const { english, texts } of readStarter('series')) {
    const inEach = (read: (text: (typeof texts)[number]) => string) => Object.fromEntries(texts.map((text) => [text.language, read(text)]))
    const atHour = english.key('atHour')
    const delay = { afterDays: Number(english.key('afterDays')), atHour: atHour === '' ? null : Number(atHour) }
    await insertStep(tx, { seriesId: id, ...delay, subject: inEach(({ key }) => key('subject')), body: inEach(({ body }) => body) }, now)
  }
  await updateSeries(tx, id, { onSince: now, lookedUntil: now })
}
