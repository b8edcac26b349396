import { createInterface } from 'node:readline/promises'
import type { Db } from '#database'
import { countExamples, removeExamples } from '#people'
import { contributions } from './site-people.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

/** Removes the invented people of a new community, after a yes: typed, or given as `--yes`. */
export async function removeExamplesWhenSure(db: Db, words: string[]): Promise<void> {
  const count = await countExamples(db)
  if (count === 0) print('There are no invented people.')
  else if (await isSure(count, words))
    print(`Removed ${await removeExamples(db, contributions.erasers, Temporal.Now.instant())} invented people.`)
  else print('Nobody was removed.')
}

async function isSure(count: number, words: string[]): Promise<boolean> {
  if (words.includes('--yes')) return true
  return (await ask(`Remove ${count} invented people for good, from all lists and events? Type yes: `)) === 'yes'
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  // Without somebody at the keyboard there is no answer, and that is a no.
  const answer = await Promise.race([terminal.question(question), new Promise<string>((end) => terminal.once('close', () => end('')))])
  terminal.close()
  return answer.trim().toLowerCase()
}
