import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { simpleParser, type ParsedMail } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, launchChromium, startProgram, startSink, type Program, type Sink } from '#test'

const members = 3000
const nora = 'nora@prairie.example.org'
let sink: Sink
let program: Program
let chromium: Browser
let dataDir: string
let settings: { PORT: string; DATA_DIR: string; SMTP_URL: string }
/** Nora reads without script, from Lincoln; whoever runs the community has an ordinary browser. */
let reader: Page
let owner: Page

beforeAll(async () => {
  sink = await startSink()
  dataDir = mkdtempSync(join(tmpdir(), 'guildhall-story-'))
  settings = { PORT: String(await freePort()), DATA_DIR: dataDir, SMTP_URL: sink.url }
  program = await startProgram(settings)
  await program.guildhall('seed', '--members', String(members))
  chromium = await launchChromium()
  reader = await (
    await chromium.newContext({ baseURL: program.url, javaScriptEnabled: false, locale: 'en-US', timezoneId: 'America/Chicago' })
  ).newPage()
  owner = await (await chromium.newContext({ baseURL: program.url, locale: 'en-US', timezoneId: 'America/Denver' })).newPage()
}, 120_000)

afterAll(async () => {
  await chromium.close()
  await program.stop()
  await sink.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The newest mail to this address with these words in its subject, as soon as it has arrived. */
async function mailTo(address: string, subject: RegExp): Promise<ParsedMail> {
  const find = () => sink.taken.findLast(({ to, raw }) => to === address && subject.test(subjectOf(raw)))
  await expect.poll(find, { timeout: 15_000 }).toBeDefined()
  return simpleParser(find()?.raw ?? '')
}

const subjectOf = (raw: string) => /^subject: (.*(?:\r?\n[ \t].*)*)/im.exec(raw)?.[1] ?? ''
const linkIn = (mail: ParsedMail, path: RegExp) =>
  [...(mail.text ?? '').matchAll(/https?:\S+/g)].map(([link]) => link).find((link) => path.test(new URL(link).pathname)) ?? ''

function eventIn(mail: ParsedMail): ICAL.Event {
  const text = mail.attachments.find(({ contentType }) => /calendar|ics/.test(contentType))?.content.toString() ?? ''
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
}

test('a practitioner joins the list from the front page, and a scanner that opens the link joins nobody', async () => {
  await reader.goto('/')
  const form = reader.locator('form[action="/join"]').first()
  await form.getByLabel(/E-mail/).fill(nora)
  await form.getByRole('button', { name: 'Join the list' }).click()
  const link = linkIn(await mailTo(nora, /confirm/i), /^\/join\/confirm\//)

  await fetch(link)
  await reader.goto(link)
  await reader.getByRole('button', { name: 'Yes, send them to me' }).click()

  expect(new URL(reader.url()).pathname).toMatch(/^\/preferences\//)
}, 30_000)

let uid: string

test('she RSVPs without an account, and her calendar gets the call with its hour', async () => {
  await reader.goto('/office-hours')
  await reader
    .getByRole('main')
    .getByRole('link', { name: /Office hours: find your first champions/ })
    .click()
  await reader.getByLabel('E-mail').fill(nora)
  await reader.getByRole('button', { name: 'I am coming' }).click()
  await reader.goto(linkIn(await mailTo(nora, /confirm your RSVP/), /^\/rsvp\//))
  await reader.getByRole('button', { name: 'I am coming' }).click()

  const mail = await mailTo(nora, /You are coming/)
  const event = eventIn(mail)
  uid = event.uid
  expect(await reader.getByRole('main').textContent()).toContain('Meeting ID')
  expect([event.sequence, event.startDate.zone.tzid, event.startDate.hour]).toEqual([0, 'America/New_York', 13])
  expect(mail.text).toContain('Passcode')
}, 30_000)

test('the owner moves the hour, and her calendar follows the same entry', async () => {
  await owner.goto(program.ownerLink)
  await owner.getByRole('main').getByRole('button').click()
  await owner.goto('/events/office-hours-first-champions/edit')
  const [begins, ends] = [owner.getByLabel('Begins'), owner.getByLabel('Ends')]
  await begins.fill((await begins.inputValue()).replace(/T13/, 'T15'))
  await ends.fill((await ends.inputValue()).replace(/T14/, 'T16'))
  await owner.getByRole('button', { name: 'Save' }).first().click()

  const event = eventIn(await mailTo(nora, /new time|moved|changed/i))
  expect([event.uid, event.sequence, event.startDate.hour]).toEqual([uid, 1, 15])
}, 30_000)

test('the update goes to everybody once, though the program is killed in the middle', async () => {
  await owner.goto('/updates/new')
  await owner.getByLabel('Subject').fill('What is new this month')
  await owner.getByRole('button', { name: 'Begin' }).click()
  await owner.getByRole('button', { name: 'Send …' }).click()
  expect(await owner.getByRole('main').innerText()).not.toContain('Before it can be sent')
  const before = sink.taken.length
  await owner.getByRole('button', { name: /^Send to 3,\d\d\d readers now$/ }).click()
  await expect.poll(() => sink.taken.length - before, { timeout: 30_000, interval: 5 }).toBeGreaterThan(300)
  await program.kill()
  const atTheEnd = sink.taken.length - before
  program = await startProgram(settings)
  await owner.goto('/updates')

  // The welcome to new readers goes to a list too, whenever its hour comes.
  const editions = () => sink.taken.filter(({ raw }) => /^list-id:/im.test(raw) && /^subject: What is new this month/im.test(raw))
  const letters = () => new Set(editions().map(({ messageId }) => messageId)).size
  await owner.goto(new URL('/updates/what-is-new-this-month/sending', program.url).href)
  await expect
    .poll(async () => (await owner.reload(), await owner.getByRole('main').textContent()), { timeout: 60_000 })
    .toContain('All of it has left.')
  const addresses = new Set(editions().map(({ to }) => to))
  expect(atTheEnd).toBeLessThan(members)
  expect(addresses.size).toBeGreaterThan(members)
  expect(letters()).toBe(addresses.size)
  // One message for each connection may have been taken without our seeing the answer; it comes again under the same Message-ID.
  expect(editions().length - letters()).toBeLessThanOrEqual(20)
}, 120_000)

test('what was confirmed before the kill still stands', async () => {
  await reader.goto(linkIn(await mailTo(nora, /You are coming/), /^\/rsvp\//))
  expect(await reader.getByRole('main').textContent()).toContain('You are coming')
})

test('one click in her mail program takes her off the list, and no cookie or page is needed', async () => {
  const mail = await mailTo(nora, /What is new this month/)
  const header = String(mail.headers.get('list') ? (mail.headers.get('list') as { unsubscribe?: { url?: string } }).unsubscribe?.url : '')
  const answer = await fetch(header, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), redirect: 'error' })

  expect(answer.status).toBe(200)
  await reader.goto(linkIn(mail, /^\/preferences\//))
  expect(await reader.getByRole('checkbox', { name: 'Monthly update' }).isChecked()).toBe(false)
})

test('Ctrl-C ends it all, and says so to whoever asks for the exit code', async () => {
  expect(await program.stop()).toBe(0)
  program = await startProgram(settings)
}, 30_000)
