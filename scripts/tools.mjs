import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. Not `import.meta.dirname`: the first of Node 20 do not know it. */
const root = dirname(dirname(fileURLToPath(import.meta.url)))

export const fromRoot = (...parts) => join(root, ...parts)

/** The Node that Guildhall runs on, whatever the machine has. */
export const pinnedNode = fromRoot('node_modules/node/bin/node')

export const say = (sentence) => process.stdout.write(`${sentence}\n`)

/** Something that whoever runs Guildhall can mend: told in one sentence, without a stack. */
export class Problem extends Error {}

/** Runs a script's main function; a Problem ends it with its sentence. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    const sentence = error instanceof Problem ? error.message : sentences[error.code]?.(error.path)
    if (!sentence) throw error
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
  }
}

const notYours = (path) => `${path} cannot be written: start as the user who owns this folder, or give it to yourself with chown -R.`

const sentences = {
  EACCES: notYours,
  EPERM: notYours,
  EROFS: (path) => `${path} is on a disk that is read-only: make it writable, then start again.`,
  ENOSPC: () => 'The disk is full: free some space, then start again.',
}

/** Answers with the exit code; 127 where there is no such program. */
export function run(program, options, settings = {}) {
  return new Promise((done) => {
    const child = spawn(program, options, { cwd: root, stdio: 'inherit', ...settings })
    child.on('error', () => done(127))
    child.on('close', (code) => done(code ?? 1))
  })
}

/** The same with what it said, for those who only want to hear of failures. */
export async function runQuietly(program, options, settings = {}) {
  let said = ''
  const code = await new Promise((done) => {
    const child = spawn(program, options, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...settings })
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece) => (said += piece))
    child.on('error', () => done(127))
    child.on('close', (end) => done(end ?? 1))
  })
  return { code, said }
}
