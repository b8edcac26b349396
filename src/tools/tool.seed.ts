import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '#database'
import { root } from '#root'
import { beginToolRow, saveVersion } from './tool.data.ts'
import { toolDefinition, type ToolDefinition } from './tool.definition.ts'

const folder = join(root, 'content', 'tools')

/** The starter tools: one file each, its name the address. */
export const starterTools = (): { slug: string; definition: ToolDefinition }[] =>
  readdirSync(folder)
    .filter((name) => /^[a-z0-9-]+\.json$/.test(name))
    .toSorted()
    .map((name) => ({ slug: name.slice(0, -5), definition: toolDefinition.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))) }))

/** Puts the starter tools in, each as its first version. */
export async function seedTools(db: Db, network: { id: string }, now: Temporal.Instant) {
  for (const { slug, definition } of starterTools()) {
    const tool = await beginToolRow(db, network.id, slug)
    if (tool) await saveVersion(db, { toolId: tool.id, number: 1, definition, madeAt: now, madeBy: null, publishedAt: now })
  }
}
