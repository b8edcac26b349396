import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '#config'
import { transaction, type Db } from '#database'
import { exportFile } from '#exports'
import { importFile, refusalWords } from '#imports'
import { findList, listLists } from '#mailing'
import { findRootNetwork } from '#networks'
import { StartupProblem } from '#problem'
import { wordsFor } from '#platform/text'

type Print = (line: string) => void

/** `npm run guildhall -- export --to file.zip` */
export async function runExport(db: Db, words: string[], print: Print): Promise<void> {
  const { values } = parseArgs({ args: words, options: { to: { type: 'string' } } })
  if (!values.to) throw new StartupProblem('Say where to: --to everything.zip')
  const path = resolve(values.to)
  if (existsSync(path)) throw new StartupProblem(`${path} is there already. Choose another name.`)
  await exportFile(db, await networkIn(db), path, Temporal.Now.instant())
  print(`Everything is in ${path}. These are people’s data: keep the file safe.`)
}

/** `npm run guildhall -- import people.csv --list monthly-update --consent "…"` */
export async function runImport(db: Db, config: Config, words: string[], print: Print): Promise<void> {
  const options = { list: { type: 'string' }, consent: { type: 'string' }, from: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
  const [path] = positionals
  if (!path || !existsSync(path))
    throw new StartupProblem('Say which file: import people.csv --list monthly-update --consent "What they agreed to"')
  if (!values.consent) throw new StartupProblem('Say what these people agreed to: --consent "Yes, send me the update"')
  const network = await networkIn(db)
  const wish = {
    path: resolve(path),
    list: await listIn(db, network.id, values.list),
    wording: values.consent,
    origin: values.from ?? path,
  }
  const outcome = await importFile(db, { config, network }, wish, Temporal.Now.instant())
  if ('refused' in outcome) throw new StartupProblem(refusalWords(wordsFor('en'))[outcome.refused])
  for (const [name, count] of Object.entries({ ...outcome.taken, duplicate: outcome.checked.duplicate, bad: outcome.checked.bad }))
    if (count) print(`${name.padEnd(14)} ${count.toLocaleString('en-US')}`)
  print(`What happened, the bad rows and the way back: ${config.baseUrl}/admin/imports/${outcome.id}`)
}

async function networkIn(db: Db) {
  const network = await transaction(db, findRootNetwork)
  if (!network) throw new StartupProblem('There is no community yet. Start Guildhall once with npm start.')
  return network
}

async function listIn(db: Db, networkId: string, slug: string | undefined) {
  const list = await findList(db, networkId, slug ?? '')
  if (list) return list
  throw new StartupProblem(`Say which list: ${(await listLists(db, networkId)).map((one) => `--list ${one.slug}`).join(' or ')}`)
}
