import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, parse } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { bundled, filesIn } from './sources.mjs'
import { Problem, fromRoot } from './tools.mjs'

const folder = fromRoot('dist/browser')
const stylesheet = 'src/platform/html/site.css'

/**
 * What the browser loads: scripts (`*.browser.ts`), the stylesheet, and all of `public/`, each under a name that changes with its content.
 * `dist/assets.json` tells the address of each: `{ "site.css": "/assets/site.3F2A.css" }`.
 */
export async function buildAssets(bundle) {
  const files = filesIn('public').map((file) => named(file.slice('public/'.length), readFileSync(fromRoot(file))))
  const addresses = Object.fromEntries(files.map(({ name, address }) => [name, address]))
  for (const { path, contents } of await buildForBrowser(bundle, addresses)) {
    const file = named(basename(path), contents)
    if (addresses[file.name]) throw new Problem(`Two files for the browser have the name ${file.name}: rename one.`)
    addresses[file.name] = file.address
    files.push(file)
  }
  return [...files.flatMap(withCompressed), { path: fromRoot('dist/assets.json'), contents: JSON.stringify(addresses, null, 2) }]
}

async function buildForBrowser(bundle, addresses) {
  const scripts = filesIn('src').filter((file) => file.endsWith('.browser.ts'))
  const entryPoints = scripts.map((file) => ({ in: file, out: basename(file, '.browser.ts') }))
  if (existsSync(fromRoot(stylesheet))) entryPoints.push({ in: stylesheet, out: 'site' })
  return bundled(bundle, {
    entryPoints,
    outdir: folder,
    minify: true,
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    plugins: [publicFiles(addresses)],
  })
}

/** `url('/fonts/…')` in a stylesheet means a file of `public/`, and gets its built address. */
function publicFiles(addresses) {
  return {
    name: 'public files',
    setup: (build) =>
      build.onResolve({ filter: /^\// }, ({ path, kind }) =>
        kind === 'url-token' ? { path: addresses[path.slice(1)] ?? path, external: true } : undefined,
      ),
  }
}

function named(name, contents) {
  const { dir, name: stem, ext } = parse(name)
  const mark = createHash('sha256').update(contents).digest('hex').slice(0, 10)
  const file = join(dir, `${stem}.${mark}${ext}`)
  return { name, address: `/assets/${file}`, path: join(folder, file), contents }
}

/** Compressed once, at its best, so that no request waits for it. Fonts and pictures are compressed already. */
function withCompressed(file) {
  if (!/\.(js|css|svg|txt|json)$/.test(file.path)) return [file]
  return [
    file,
    { path: `${file.path}.br`, contents: brotliCompressSync(file.contents) },
    { path: `${file.path}.gz`, contents: gzipSync(file.contents, { level: 9 }) },
  ]
}
