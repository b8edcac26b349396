import type { Db } from '#database'
import { say } from '#platform/text'
import { listImports } from './import.data.ts'
import { paths } from './imports.paths.ts'
import { stageOf } from './stage.rules.ts'

/** Imports at the desk: what waits for a yes, and the way to bring people along. */
export async function importsDesk(db: Db, { network }: { network: { id: string } }) {
  const waiting = (await listImports(db, network.id)).filter((one) => stageOf(one) === 'checked')
  return [
    ...waiting.map(({ id, fileName }) => ({
      kind: 'waits' as const,
      href: paths.import(id),
      sentence: say('“{{file}}” has been read and waits for your yes'),
      values: { file: fileName },
    })),
    { kind: 'keep' as const, href: paths.imports, sentence: say('Bring people along from another system') },
  ]
}
