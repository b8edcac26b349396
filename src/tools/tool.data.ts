import { newId, type Db } from '#database'
import type { ToolDefinition } from './tool.definition.ts'

/** What a page that names tools is made from. */
export const toolTables = ['tool', 'tool_version']

export type Tool = { id: string; slug: string; version: number; definition: ToolDefinition }

const published = (db: Db, networkId: string) =>
  db
    .selectFrom('tool')
    .innerJoinLateral(
      (versions) =>
        versions
          .selectFrom('toolVersion')
          .select(['number as version', 'definition'])
          .whereRef('toolVersion.toolId', '=', 'tool.id')
          .where('publishedAt', 'is not', null)
          .orderBy('number', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select(['tool.id', 'slug', 'version', 'definition'])
    .where('networkId', '=', networkId)

/** Every tool that is published, as it is now, in the order of their places. */
export const listTools = async (db: Db, networkId: string): Promise<Tool[]> =>
  (await published(db, networkId).orderBy('slug').execute()).toSorted((a, b) => a.definition.place - b.definition.place)

export const findTool = (db: Db, networkId: string, slug: string): Promise<Tool | undefined> =>
  published(db, networkId).where('slug', '=', slug).executeTakeFirst()

/** A tool as it was in one of its versions: what was answered is read by what was asked. */
export const findVersion = (db: Db, toolId: string, version: number): Promise<Tool | undefined> =>
  db
    .selectFrom('tool')
    .innerJoin('toolVersion', 'toolVersion.toolId', 'tool.id')
    .select(['tool.id', 'slug', 'number as version', 'definition'])
    .where('tool.id', '=', toolId)
    .where('number', '=', version)
    .executeTakeFirst()

export const beginToolRow = (tx: Db, networkId: string, slug: string) =>
  tx
    .insertInto('tool')
    .values({ id: newId(), networkId, slug })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst()

type NewVersion = {
  toolId: string
  number: number
  definition: ToolDefinition
  madeAt: Temporal.Instant
  madeBy: string | null
  publishedAt: Temporal.Instant | null
}

export const saveVersion = (tx: Db, { definition, ...version }: NewVersion) =>
  tx
    .insertInto('toolVersion')
    .values({ ...version, definition: JSON.stringify(definition) })
    .execute()

export const listToolsOfStep = async (db: Db, networkId: string, step: string): Promise<Tool[]> =>
  (await listTools(db, networkId)).filter(({ definition }) => definition.step === step)
