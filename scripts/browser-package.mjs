import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { fromRoot, run, runQuietly, say } from './tools.mjs'

const version = '153.0.0'
const folder = fromRoot('node_modules/.cache', `chromium-${version}`)

/**
 * A Chromium from npm, with the system libraries and a font that bare machines lack. The package is made for a cloud's functions
 * and unpacks by its own rules only there; so it is unpacked here. Nothing where it does not run on this machine.
 */
export async function bringBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const browser = join(folder, 'chromium.sh')
  if (!existsSync(browser)) await unpack()
  return (await runQuietly(browser, ['--version'])).code === 0 ? browser : undefined
}

async function unpack() {
  say('Bringing a browser for the tests, the first time only.')
  const draft = `${folder}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  const options = ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error', '--prefix', draft]
  if ((await run('npm', [...options, `@sparticuz/chromium@${version}`], { cwd: draft, stdio: ['ignore', 'ignore', 'inherit'] })) !== 0)
    return
  const packed = join(draft, 'node_modules/@sparticuz/chromium/bin')
  await inflate(join(packed, 'chromium.br'), join(draft, 'chromium'), 0o755)
  for (const name of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) await untar(join(packed, `${name}.br`), draft)
  writeFileSync(join(draft, 'fonts.conf'), fonts)
  writeFileSync(join(draft, 'chromium.sh'), launcher, { mode: 0o755 })
  rmSync(join(draft, 'node_modules'), { recursive: true })
  renameSync(draft, folder)
}

const inflate = (from, to, mode) => pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }))

async function untar(from, into) {
  const tar = join(into, 'part.tar')
  await inflate(from, tar, 0o644)
  await run('tar', ['-xf', tar, '-C', into, '--no-same-owner'])
  rmSync(tar)
}

const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`

/** The machine's own libraries come first where it has them. */
const launcher = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/lib"
[ -f /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`
