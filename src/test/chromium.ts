import { createServer } from 'node:net'
import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { readConfig, type Config } from '#config'
import { newLog } from '#platform/http'
import { startWeb } from '../web.ts'
import { seededCommunity, type Seeded } from './seeded.ts'
import type { TestPerson } from './people.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Opener = {
  community: Seeded
  config: Config
  /** A window of Chromium, signed in as this person if one is named. */
  open: (person?: TestPerson, options?: BrowserContextOptions) => Promise<BrowserContext>
  close: () => Promise<void>
}

/** The seeded community behind a real server, and a real Chromium to look at it. */
export async function openChromium(settings: Record<string, string> = {}): Promise<Opener> {
  const port = await freePort()
  const config = readConfig({ LOG_LEVEL: 'silent', PORT: String(port), BASE_URL: `http://localhost:${port}`, ...settings })
  const community = await seededCommunity(config)
  const stopWeb = await startWeb({ config: { ...config, databaseUrl: community.url }, db: community.db, log: newLog(config) })
  const browser = await launchChromium()
  return {
    community,
    config,
    async open(person, options = {}) {
      const context = await browser.newContext({ baseURL: config.baseUrl, timezoneId: 'America/Chicago', ...options })
      if (person) await context.addCookies([{ name: 'session', value: person.session, url: config.baseUrl }])
      return context
    },
    async close() {
      await browser.close()
      await stopWeb()
      await community.close()
    },
  }
}

/** Loaded only here, so that stories without a browser start without it. */
export async function launchChromium() {
  const { chromium } = await import('playwright-core')
  const { findBrowser } = await import('../../scripts/browser.mjs')
  return chromium.launch({ executablePath: await findBrowser(), args: flags })
}

/** A port that nobody listens on just now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
