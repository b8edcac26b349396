import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '#root'
import type { Tx } from '#database'
import { findThing, saveFiled } from './filing.data.ts'
import { kinds } from './filing.rules.ts'
import { listTopics, saveNewTopic } from './topic.data.ts'

const under = z.object({ steps: z.array(z.string()), subjects: z.array(z.string()) })
const starter = z.object({
  subjects: z.array(z.object({ en: z.string(), es: z.string() })),
  tips: z.record(z.string(), under),
  webinars: z.record(z.string(), under),
  answers: z.record(z.string(), under),
})

/** Names the first subjects, and puts the starter content under them and under its steps. */
export async function seedFiling(tx: Tx, network: { id: string }, now: Temporal.Instant): Promise<void> {
  const content = starter.parse(JSON.parse(readFileSync(join(root, 'content', 'subjects.json'), 'utf8')))
  for (const name of content.subjects) await saveNewTopic(tx, network.id, name, now)
  const ids = new Map((await listTopics(tx, network.id)).map(({ id, name }) => [name.en, id]))
  for (const kind of kinds)
    for (const [slug, { steps: of, subjects }] of Object.entries(content[kind])) {
      const thing = await findThing(tx, { networkId: network.id, language: 'en' }, kind, slug)
      if (thing)
        await saveFiled(tx, network.id, { kind, id: thing.id }, { steps: of, subjects: subjects.flatMap((name) => ids.get(name) ?? []) })
    }
}
