import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Db, Tx } from '#database'
import { atOneMoment, openReading, readOn } from './export.data.ts'
import { everything } from './everything.data.ts'

/**
 * All that the community keeps, as a zip that is written while it is read: one file of JSON lines a table, and a page that
 * explains them. Everything in it stands as at one moment. Whoever stops reading ends it.
 */
export function everythingZip(db: Db, network: { id: string; name: string }, now: Temporal.Instant): Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const written = atOneMoment(db, async (tx) => {
    for (const { file, query } of everything) await openReading(tx, `export_${file}`, query(network.id))
    zip.addBuffer(Buffer.from(explanation(network, now)), 'README.md')
    for (const { file } of everything)
      zip.addReadStreamLazy(`${file}.jsonl`, (give) => {
        const lines = Readable.from(linesOf(tx, file))
        lines.on('error', (error) => output.destroy(error))
        give(null, lines)
      })
    zip.end()
    await finished(output)
  })
  written.catch((error: unknown) => output.destroy(error instanceof Error ? error : undefined))
  return output
}

async function* linesOf(tx: Tx, file: string): AsyncGenerator<string> {
  for (let rows = await readOn(tx, `export_${file}`); rows.length > 0; rows = await readOn(tx, `export_${file}`))
    yield rows.map((row) => `${row}\n`).join('')
}

const explanation = ({ name }: { name: string }, now: Temporal.Instant) => `# ${name}, on ${now.toString({ smallestUnit: 'second' })}

Everything this community keeps, as Guildhall knows it. Each file holds one JSON object a line (UTF-8, https://jsonlines.org).
Ids are UUIDs and join the files: \`person_id\` in \`subscriptions.jsonl\` is \`id\` in \`people.jsonl\`. Moments are RFC 3339.
What signs links or lets someone in is left out: the community's secret, sessions, codes, passkeys.

${everything.map(({ file, says }) => `- \`${file}.jsonl\`: ${says}`).join('\n')}

These are people's data. Keep the file safe, mail nobody who has left or stands in \`suppressions.jsonl\`, and delete it once it has served.
`
