import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Db } from '#database'
import { saveExport } from './export.data.ts'
import { everythingZip } from './everything.file.ts'

/** Whoever runs the server takes everything along, into a file that was not there before. */
export async function exportFile(db: Db, network: { id: string; name: string }, path: string, now: Temporal.Instant): Promise<void> {
  await saveExport(db, { networkId: network.id, personId: null, what: 'everything', listId: null }, now)
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  let isOpen = false
  file.once('open', () => (isOpen = true))
  await pipeline(everythingZip(db, network, now), file).catch(async (error: unknown) => {
    if (isOpen) await rm(path, { force: true })
    throw error
  })
}
