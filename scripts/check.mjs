import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromRoot, main, pinnedNode, run, runQuietly, say } from './tools.mjs'

/** Everything CI runs: all of it, also when one fails. */
export async function check() {
  const failed = []
  for (const [name, ...command] of steps) if (!(await step(name, command))) failed.push(name)
  const stories = await tests()
  if (stories.failed) failed.push('tests')
  if (failed.length) say(`Failed: ${failed.join(', ')}.`)
  say(stories.line)
  process.exitCode = failed.length ? 1 : 0
}

const tool = (path) => fromRoot('node_modules', path)

const steps = [
  ['types', tool('typescript/bin/tsc'), '--project', '.'],
  ['lint', tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
  ['format', tool('oxfmt/bin/oxfmt'), '--check'],
  ['unused code', tool('knip/bin/knip.js')],
]

async function step(name, command) {
  const begun = performance.now()
  const { code, said } = await runQuietly(pinnedNode, command)
  if (code !== 0) say(said.trimEnd())
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${secondsSince(begun)})`)
  return code === 0
}

/** The count is read from Vitest's own report, and is the last line, for people and CI alike. */
export async function tests(env = {}) {
  const begun = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-report-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(pinnedNode, [tool('vitest/vitest.mjs'), 'run', ...reporters], { env: { ...process.env, ...env } })
  const line = existsSync(report) ? countIn(JSON.parse(readFileSync(report, 'utf8'))) : '0 passed, 1 failed'
  rmSync(folder, { recursive: true })
  say(`${code === 0 ? 'ok    ' : 'FAILED'} tests (${secondsSince(begun)})`)
  return { failed: code !== 0, line }
}

function countIn({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  const skipped = numPendingTests + numTodoTests
  return `${numPassedTests} passed, ${numFailedTests} failed${skipped ? `, ${skipped} skipped` : ''}`
}

const secondsSince = (moment) => `${((performance.now() - moment) / 1000).toFixed(1)} s`

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(check)
