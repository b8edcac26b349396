import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildAssets } from './assets.mjs'
import { bundled, filesIn } from './sources.mjs'
import { fromRoot, say } from './tools.mjs'

const dist = fromRoot('dist')
const stamp = join(dist, '.built-from')

/** Builds `dist/` from the sources, where they have changed since. */
export async function build() {
  const sources = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  const begun = performance.now()
  const { build: bundle } = await import('esbuild')
  const files = [...(await buildProgram(bundle)), ...(await buildAssets(bundle))]
  write([...files, { path: stamp, contents: sources }])
  say(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s.`)
}

/** All is built before anything is written, and the stamp last: what fails or is cut short leaves no half of a build. */
function write(files) {
  rmSync(dist, { recursive: true, force: true })
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, contents)
  }
}

async function buildProgram(bundle) {
  const programs = { main: 'src/main.ts', cli: 'src/cli.ts', bench: 'bench/run.ts' }
  const present = Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(fromRoot(file))))
  return bundled(bundle, {
    entryPoints: present,
    outdir: dist,
    platform: 'node',
    target: 'node26',
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
}

/** Names, sizes and times of all that goes into the build: reading them takes milliseconds. */
function fingerprint() {
  const files = ['src', 'bench', 'public', 'scripts'].flatMap(filesIn)
  const hash = createHash('sha256')
  for (const file of [...files, 'package.json', 'package-lock.json', 'tsconfig.json']) {
    const { size, mtimeMs } = statSync(fromRoot(file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
