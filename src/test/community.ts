import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { readConfig, type Config } from '#config'
import { connect, type Db, type Tx } from '#database'
import { createRootNetwork, findRootNetwork } from '#networks'
import { seedLists } from '#mailing'
import { newKeeper, newLog, type Here } from '#platform/http'
import { takeMail } from '#platform/mail-in'
import { newCommunitySite } from '../site.ts'
import { findOtherMailRoute, mailRoutesFor } from '../site-mail.ts'
import { newBrowser, type Browser } from './browser.ts'
import { newDatabase, workersDatabase } from './database.ts'
import { newEvent, type EventBuilders } from './events.ts'
import { workOff } from './jobs.ts'
import { libraryBuilders, type LibraryBuilders } from './library.ts'
import { mailsTo, type SentMail } from './mailbox.ts'
import { newReader } from './mailing.ts'
import { newPerson, type TestPerson, type WhoTheyAre } from './people.ts'

/** The moment at which every story begins, unless it says otherwise: a Wednesday morning in Lincoln, Nebraska. */
export const storyBegins = Temporal.Instant.from('2026-03-04T15:00:00Z')

export const testConfig: Config = readConfig({
  BASE_URL: 'https://community.example.org',
  DATA_DIR: join(tmpdir(), 'guildhall-test'),
  LOG_LEVEL: 'silent',
  OWNER_EMAIL: 'ada@example.org',
})

type BroughtMail = { to: string; from: string; raw: string | Buffer }

export type Community = {
  db: Db
  config: Config
  network: Here
  now: () => Temporal.Instant
  /** Moves the clock on; sessions and links grow older. */
  wait: (duration: Temporal.DurationLike) => void
  /** Someone of the cast, known to the community: `await community.person('Ben')`. Ada is a steward. */
  person: (name: string, more?: WhoTheyAre) => Promise<TestPerson>
  /** Puts someone on a list: the monthly update, unless another is named. */
  reader: (person: { id: string }, list?: string) => ReturnType<typeof newReader>
  /** A browser in which this person is signed in. */
  as: (person: TestPerson) => Browser
  /** A browser of nobody we know. */
  stranger: () => Browser
  /** Subjects of the mails queued for this person, oldest first. */
  mailTo: (person: { email: string } | string) => Promise<string[]>
  /** The same mails whole. */
  mails: (person: { email: string } | string) => Promise<SentMail[]>
  /** Takes a mail that another server brings, as if we listened. */
  receive: (mail: BroughtMail) => Promise<'taken' | 'unknown'>
  /** Runs the jobs that are due by the story's clock; says which. */
  work: () => Promise<string[]>
} & LibraryBuilders &
  EventBuilders

/** A community that is empty before each test and rolled back after it. */
export function useCommunity(settings: Partial<Config> = {}): Community {
  const community = {} as Community
  let undo: () => Promise<void> = async () => undefined
  beforeEach(async () => {
    const { db } = await workersDatabase()
    const tx = await db.startTransaction().execute()
    undo = () => tx.rollback().execute()
    Object.assign(community, await newCommunity(tx as unknown as Tx, settings))
  })
  afterEach(() => undo())
  return community
}

/** A community in a database of its own, for races and jobs: `const { community, close } = await ownCommunity()`. */
export async function ownCommunity(): Promise<{ community: Community; url: string; close: () => Promise<void> }> {
  const { url, pool } = await newDatabase()
  return { community: await newCommunity(connect(pool)), url, close: () => pool.end() }
}

async function newCommunity(db: Db, settings: Partial<Config> = {}): Promise<Community> {
  const config = { ...testConfig, ...settings }
  let time = storyBegins
  const now = () => time
  await createRootNetwork(
    db,
    { name: 'Prairie Network', tagline: 'Where conveners learn from each other', contactEmail: 'hello@example.org' },
    time,
  )
  const network = await findRootNetwork(db)
  if (!network) throw new Error('The network was not created.')
  await seedLists(db, network, time)
  const site = newCommunitySite({ db, config, log: newLog(config), keeper: newKeeper(), now })
  const people = new Map<string, Browser>()
  return {
    db,
    config,
    network,
    now,
    wait(duration) {
      time = time.add(duration)
    },
    person: (name, more) => newPerson({ db, networkId: network.id, now: now() }, name, more),
    reader: (person, list) => newReader({ db, network, now: now() }, person, list),
    as(person) {
      const browser = people.get(person.id) ?? newBrowser(site, testConfig.baseUrl, { '__Host-session': person.session })
      people.set(person.id, browser)
      return browser
    },
    event: (facts) => newEvent({ db, network, now: now() }, facts),
    receive: (mail) => receive({ config, db, now }, mail),
    work: () => workOff(db, testConfig, now()),
    ...libraryBuilders(() => ({ db, networkId: network.id, now: now() })),
    stranger: () => newBrowser(site, testConfig.baseUrl),
    mails: (person) => mailsTo(db, typeof person === 'string' ? person : person.email),
    mailTo: async (person) => (await mailsTo(db, typeof person === 'string' ? person : person.email)).map((mail) => mail.subject),
  }
}

const receive = (place: { config: Config; db: Db; now: () => Temporal.Instant }, { raw, ...mail }: BroughtMail) =>
  takeMail(
    { ...place, routes: mailRoutesFor(place.config), findOther: findOtherMailRoute(place.config) },
    { ...mail, raw: Buffer.from(raw) },
  )
