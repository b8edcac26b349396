import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#root'

type Manifest = Record<string, string>

let manifest: Manifest | undefined

/** The address of a built file: `asset('site.css')` → `/assets/site.3f2a.css`. Named by its content, so it may be kept for ever. */
export function asset(name: string): string {
  manifest ??= readManifest()
  return manifest[name] ?? (isPublic(name) ? `/${name}` : `/assets/${name}`)
}

function readManifest(): Manifest {
  const file = join(root, 'dist', 'assets.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {}
}

/** Pictures and fonts of `public/` are served under their own names too. */
const isPublic = (name: string) => /\.(svg|woff2|png)$/.test(name)
