import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { transaction, type Db, type Tx } from '#database'
import { findRootNetwork } from '#networks'
import { readPages, writePages, type FiledPage } from '#platform/text'
import { StartupProblem } from '#problem'
import { stepPages, takeStepPages } from '#steps'
import { takeTipPages, tipPages } from '#toolkit'

type Print = (line: string) => void
type Folder = {
  list: (db: Db, networkId: string) => Promise<FiledPage[]>
  take: (tx: Tx, networkId: string, pages: FiledPage[], now: Temporal.Instant) => Promise<void>
}

/** What a community writes and may keep in git, by the folder in which it stands. */
const folders: Record<string, Folder> = {
  steps: { list: stepPages, take: takeStepPages },
  tips: { list: tipPages, take: takeTipPages },
}

const usage = 'Say what and where: content export DIR, or content import DIR.'

/** `npm run guildhall -- content export DIR`: Markdown with front matter, a file for each text; `import` takes it in again. */
export async function runContent(db: Db, words: string[], print: Print): Promise<void> {
  const [way, path = ''] = words
  if ((way !== 'export' && way !== 'import') || path === '') throw new StartupProblem(usage)
  const network = await transaction(db, findRootNetwork)
  if (!network) throw new StartupProblem('There is no community yet. Start Guildhall once with npm start.')
  const counts = way === 'export' ? await exportContent(db, network.id, resolve(path)) : await importContent(db, network.id, resolve(path))
  for (const [name, count] of Object.entries(counts)) print(`${name.padEnd(14)} ${count}`)
}

async function exportContent(db: Db, networkId: string, path: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [name, { list }] of Object.entries(folders)) {
    const pages = await list(db, networkId)
    writePages(join(path, name), pages)
    counts[name] = pages.length
  }
  return counts
}

/** All of it, or nothing when a file is not as it must be. */
async function importContent(db: Db, networkId: string, path: string): Promise<Record<string, number>> {
  const found = Object.entries(folders).flatMap(([name, { take }]) => {
    const folder = join(path, name)
    return existsSync(folder) ? [{ name, take, pages: readPages(folder).map((page) => checked(page, folder)) }] : []
  })
  if (found.length === 0) throw new StartupProblem(`There is no folder ${Object.keys(folders).join(' or ')} in ${path}.`)
  await transaction(db, async (tx) => {
    for (const { take, pages } of found) await take(tx, networkId, pages, Temporal.Now.instant())
  })
  return Object.fromEntries(found.map(({ name, pages }) => [name, pages.length]))
}

const longest: Record<string, number> = { title: 160, summary: 320, step: 80, author: 160 }

/** A page as the database will have it; the first thing that is wrong is said with its file. */
function checked(page: FiledPage, folder: string): FiledPage {
  for (const text of page.texts) {
    const [complaint] = complaintsOf(text)
    if (complaint) throw new StartupProblem(`${join(folder, `${page.slug}.md`)} (${text.language}): ${complaint} Nothing was taken in.`)
  }
  return page
}

const complaintsOf = ({ keys, body }: FiledPage['texts'][number]): string[] => [
  ...(keys['title'] ? [] : ['it has no title.']),
  ...(body === '' ? ['it has no text.'] : []),
  ...(body.length > 60_000 ? ['its text is longer than 60,000 characters.'] : []),
  ...Object.entries(longest).flatMap(([key, most]) =>
    (keys[key] ?? '').length > most ? [`its ${key} is longer than ${most} characters.`] : [],
  ),
  ...['published', 'scheduled'].flatMap((key) =>
    !keys[key] || isMoment(keys[key]) ? [] : [`“${keys[key]}” is no moment, such as 2026-03-04T15:00:00Z.`],
  ),
]

function isMoment(typed: string): boolean {
  try {
    return Boolean(Temporal.Instant.from(typed))
  } catch {
    return false
  }
}
