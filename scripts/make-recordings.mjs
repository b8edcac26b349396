/**
 * Makes the short recordings of the starter content anew, from their captions. Run it by hand after those have changed:
 * `CHROME_PATH=/usr/bin/chromium node scripts/make-recordings.mjs`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { fromRoot, say } from './tools.mjs'

const folder = fromRoot('content/recordings')
const imports = { mediabunny: '/mediabunny.mjs' }
const served = {
  '/': { contentType: 'text/html', body: `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>` },
  '/record-captions.mjs': { contentType: 'text/javascript', path: fromRoot('scripts/record-captions.mjs') },
  '/mediabunny.mjs': { contentType: 'text/javascript', path: fromRoot('node_modules/mediabunny/dist/bundles/mediabunny.min.mjs') },
  '/font.woff2': { contentType: 'font/woff2', path: fromRoot('public/fonts/newsreader-1.woff2') },
}

const cuesOf = (captions) =>
  [...captions.matchAll(/:(\d\d)\.000 --> \d\d:\d\d:(\d\d)\.000\n<v ([^>]+)>(.+)/g)].map(([, from, to, speaker, words]) => ({
    from: Number(from),
    to: Number(to),
    speaker,
    words,
  }))

const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] })
const page = await browser.newPage()
// Encoders are there only for pages of a host that browsers trust.
await page.route('http://localhost/**', (route) => route.fulfill(served[new URL(route.request().url()).pathname] ?? { status: 404 }))
await page.goto('http://localhost/')
for (const name of readdirSync(folder).filter((file) => file.endsWith('.en.vtt'))) {
  const cues = cuesOf(readFileSync(`${folder}/${name}`, 'utf8'))
  const made = await page.evaluate(async (given) => (await import('./record-captions.mjs')).record(given), cues)
  const bytes = Buffer.from(made, 'base64')
  writeFileSync(`${folder}/${name.replace('.en.vtt', '.webm')}`, bytes)
  say(`${name.replace('.en.vtt', '')}: ${Math.round(bytes.length / 1024)} KB`)
}
await browser.close()
