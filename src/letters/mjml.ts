import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { root } from '#root'

const most = 8
const compiled = new Map<string, Promise<string[]>>()

/**
 * Compiles MJML in a process that ends with it: the compiler holds 100 MB, and is needed for a second a month. What
 * was compiled last is remembered, so that all previews of an edition cost one compilation.
 */
export function compileMjml(sources: string[]): Promise<string[]> {
  const key = JSON.stringify(sources)
  const pages = compiled.get(key) ?? compileApart(key)
  compiled.delete(key)
  compiled.set(key, pages)
  if (compiled.size > most) compiled.delete(compiled.keys().next().value ?? '')
  pages.catch(() => compiled.delete(key))
  return pages
}

function compileApart(input: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, timeout: 60_000, maxBuffer: 50_000_000 }
    const child = execFile(process.execPath, [join(root, 'src', 'letters', 'mjml-child.ts')], options, (error, output) =>
      error ? reject(error) : resolve(JSON.parse(output) as string[]),
    )
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}
