import { benchmarks, type Figure } from './figures.ts'
import { runBenchSender, type BenchSender } from './mail-sender.ts'

const asked = process.argv.slice(2)

/** Prints each figure beside its yardstick from the same run; `npm run bench -- mail rsvp` runs only those. */
async function run() {
  const chosen = Object.entries(benchmarks).filter(([name]) => asked.length === 0 || asked.includes(name))
  const rows: Figure[] = []
  for (const [name, load] of chosen) {
    process.stderr.write(`… ${name}\n`)
    rows.push(...(await (await load())()))
  }
  console.log(table(rows))
  process.exit(rows.every((row) => row.isMet !== false) ? 0 : 1)
}

function table(rows: Figure[]) {
  const lines = rows.map((row) => [
    row.figure,
    number(row.ours),
    row.unit ?? '',
    number(row.yardstick),
    ratio(row),
    row.bar,
    row.isMet === undefined ? '' : row.isMet ? 'met' : 'MISSED',
  ])
  const all = [['figure', 'ours', 'unit', 'yardstick', 'ratio', 'bar', ''], ...lines]
  const widths = all[0]?.map((_, at) => Math.max(...all.map((line) => (line[at] ?? '').length))) ?? []
  return all
    .map((line) =>
      line
        .map((cell, at) => (at === 0 || at > 4 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const number = (value: number | undefined) =>
  value === undefined ? '' : value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2)
const ratio = ({ ours, yardstick }: Figure) => (yardstick ? (ours / yardstick).toFixed(3) : '')

if (asked[0] === 'as-sender') runBenchSender(JSON.parse(asked[1] ?? '') as BenchSender)
else await run()
