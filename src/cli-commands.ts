import { parseArgs } from 'node:util'
import { readConfig, type Config } from '#config'
import { connect, migrate, openPool, type Db } from '#database'
import { findEmbedded, startEmbedded } from '#database/embedded'
import { findPlace, findRunningPlace, keepQuiet, releaseMail } from '#platform/delivery'
import { findRootNetwork } from '#networks'
import { listRoutes, newKeeper, newLog } from '#platform/http'
import { StartupProblem } from '#problem'
import { ownerLink } from '#sign-in'
import { receivePiped } from './receive.ts'
import { removeExamplesWhenSure } from './remove-examples.ts'
import { newCommunitySite } from './site.ts'
import { seedWhenEmpty } from './seed.ts'
import { runContent } from './cli-content.ts'
import { dkimCommand } from './cli-dkim.ts'
import { runExport, runImport } from './cli-people.ts'
import { seedMembers } from './seed-members.ts'

/** What a command gives, if it gives a number, is the program's exit code. */
type Command = { says: string; run: (words: string[]) => Promise<number | void> }

const print = (line: string) => process.stdout.write(`${line}\n`)

/** What whoever runs the server can type after `npm run guildhall --`. */
export const commands: Record<string, Command> = {
  help: { says: 'shows this list', run: () => Promise.resolve(help()) },
  migrate: {
    says: 'brings the database up to date',
    run: () =>
      withDatabase(async (_, __, applied) =>
        print(applied.length ? `Applied ${applied.join(', ')}.` : 'Nothing to do: the database is up to date.'),
      ),
  },
  'owner-link': { says: 'prints a link that signs the owner in, once', run: () => withDatabase(printOwnerLink) },
  receive: {
    says: 'takes one mail on standard input, for mail servers that pipe: receive address < mail',
    run: (words) => receivePiped({ words, input: process.stdin, say: (sentence) => process.stderr.write(`${sentence}\n`) }),
  },
  'remove-examples': {
    says: 'removes the invented people of a new community; asks first, unless --yes',
    run: (words) => withDatabase((db) => removeExamplesWhenSure(db, words)),
  },
  import: {
    says: 'takes people in: import people.csv --list monthly-update --consent "What they agreed to" --from "Our old list"',
    run: (words) => withDatabase((db, config) => runImport(db, config, words, print)),
  },
  export: {
    says: 'writes all that the community keeps into a zip: export --to everything.zip',
    run: (words) => withDatabase((db) => runExport(db, words, print)),
  },
  content: {
    says: 'keeps steps and tips as Markdown files: content export DIR, content import DIR',
    run: (words) => withDatabase((db) => runContent(db, words, print)),
  },
  'release-mail': {
    says: 'sends mail from here, after a move or a restored backup; --stop-waiting leaves out what waits',
    run: (words) => withDatabase((db, config) => release(db, config, words)),
  },
  'keep-quiet': { says: 'says that this is a copy, which sends no mail', run: () => withDatabase(silence) },
  routes: { says: 'lists every URL, who may open it, and its method', run: () => Promise.resolve(printRoutes()) },
  dkim: {
    says: 'shows the DNS records that mail is signed by; check, rotate, on, off',
    run: (words) => withDatabase(async (db, config) => print((await dkimCommand(db, config, words)).join('\n'))),
  },
  seed: {
    says: 'fills an empty database; --members 100000 adds as many invented people',
    run: (words) => withDatabase((db, config) => seed(db, config, words)),
  },
}

function help() {
  print('npm run guildhall -- <command>\n')
  for (const [name, { says }] of Object.entries(commands)) print(`  ${name.padEnd(16)} ${says}`)
}

/** Works on the database of DATABASE_URL, on that of a running Guildhall, or starts the embedded one for as long as it takes. */
async function withDatabase(work: (db: Db, config: Config, applied: string[]) => Promise<unknown> | void) {
  const config = readConfig()
  const running = config.databaseUrl ? { url: config.databaseUrl } : findEmbedded(config.dataDir)
  const started = running ? null : await startEmbedded({ dataDir: config.dataDir })
  const pool = openPool((running ?? started)?.url ?? '', { max: 4 })
  try {
    const applied = await migrate(pool)
    await work(connect(pool), config, applied)
  } finally {
    await pool.end()
    await started?.stop()
  }
}

function printRoutes() {
  const config = readConfig()
  const site = newCommunitySite({
    db: connect(openPool('postgresql:///none')),
    config,
    log: newLog(config),
    keeper: newKeeper(),
    now: Temporal.Now.instant,
  })
  for (const { method, path, guard } of listRoutes(site)) print(`${guard.padEnd(12)} ${method.padEnd(6)} ${path}`)
}

async function printOwnerLink(db: Db, config: Config) {
  await seedWhenEmpty(db, config)
  const network = await findRootNetwork(db)
  if (network) print(await ownerLink(db, config, network, Temporal.Now.instant()))
}

async function seed(db: Db, config: Config, words: string[]) {
  const { values } = parseArgs({ args: words, options: { members: { type: 'string', default: '0' } } })
  const members = Number(values.members)
  if (!Number.isInteger(members) || members < 0 || members > 5_000_000)
    throw new StartupProblem('Say how many: --members 100000, at most 5,000,000.')
  const began = performance.now()
  const isNew = await seedWhenEmpty(db, config)
  print(isNew ? 'The starter content is in.' : 'The community was there already; its content stays as it is.')
  if (members > 0) await seedMembers(db, members)
  if (members > 0)
    print(`Added ${members.toLocaleString('en-US')} invented people in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
}

async function release(db: Db, config: Config, words: string[]) {
  const { values } = parseArgs({ args: words, options: { 'stop-waiting': { type: 'boolean', default: false } } })
  const place = await findRunningPlace(db, () => findPlace(db, config))
  await releaseMail(db, { place, by: null, waiting: values['stop-waiting'] ? 'stop' : 'send' }, Temporal.Now.instant())
  print(`Mail leaves from ${place.baseUrl} now.`)
}

async function silence(db: Db, config: Config) {
  const place = await findRunningPlace(db, () => findPlace(db, config))
  const outcome = await keepQuiet(db, place, null, Temporal.Now.instant())
  if (outcome === 'home-is-alive')
    throw new StartupProblem('Another Guildhall sends the mail of this same database just now. Stop it first.')
  print(`${place.baseUrl} is a copy now: its mail stays in its outbox.`)
}
