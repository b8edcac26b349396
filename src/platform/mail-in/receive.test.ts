import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { h } from 'preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { transaction } from '#database'
import { startSender } from '#platform/delivery'
import { newLog } from '#platform/http'
import { queueMail, type Refusal } from '#platform/mail'
import { ownCommunity, say, startSink, testConfig, type Community } from '#test'
import { bounceRoute } from './bounces.ts'
import { fieldOf } from './letter.rules.ts'
import type { MailRoutes } from './take.ts'
import { startMailIn } from './start.ts'

let community: Community
let stops: (() => Promise<unknown>)[] = []
const config = { ...testConfig, host: '127.0.0.1', mailInPort: 0 }

beforeEach(async () => {
  const own = await ownCommunity()
  community = own.community
  stops = [own.close]
})
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop()
})

/** A mail server of somebody else's, which speaks to ours. */
async function server(routes: MailRoutes) {
  const { port } = await listening(routes)
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true } as object)
  stops.push(() => Promise.resolve(transport.close()))
  return (to: string | string[], raw: string | Buffer = 'Subject: Hello\r\n\r\nHello\r\n') =>
    transport.sendMail({ envelope: { from: '', to }, raw }).then(
      ({ response }) => response,
      (error: Error & { response?: string }) => error.response ?? error.message,
    )
}

async function listening(routes: MailRoutes) {
  const { db, now } = community
  const { port, stop } = await startMailIn({ config, db, log: newLog(config), routes, now })
  stops.push(stop)
  return { port: port ?? 0 }
}

/** Sends Ben a mail and gives the address that its bounces go to. */
async function sentToBen() {
  const far = await startSink()
  stops.push(far.close)
  const { db, now, network } = community
  const sender = startSender({ db, now, config: { ...config, smtpUrl: far.url }, log: newLog(config) })
  stops.push(sender.stop)
  const to = await community.person('Ben')
  await transaction(db, (tx) =>
    queueMail(tx, { to, networkId: network.id, language: 'en', subject: 'News', body: h('p', {}, 'Hello') }, now()),
  )
  await expect.poll(state, { timeout: 5000 }).toMatchObject({ state: 'sent' })
  return far.taken[0]?.from ?? ''
}

const state = () => community.db.selectFrom('mail').select(['state', 'lastAnswer']).executeTakeFirst()
const letter = (name: string) => readFileSync(join(import.meta.dirname, 'letters', `${name}.eml`))

test('mail to a known word reaches its room, with the token; any other address is refused in a clear sentence', async () => {
  const got: string[] = []
  const send = await server({
    leave: async ({ token, mail }) => {
      got.push(`${token} ${fieldOf(mail, 'subject')}`)
      return token === 'nobody' ? 'unknown' : 'taken'
    },
  })

  expect(await send('leave+abc@community.example.org')).toMatch(/^250/)
  expect(await send('LEAVE.def@Community.Example.ORG')).toMatch(/^250/)
  expect(await send('leave@community.example.org')).toMatch(/^250/)
  expect(got).toEqual(['abc Hello', 'def Hello', ' Hello'])
  expect(await send('leave+nobody@community.example.org')).toBe('550 5.1.1 There is nobody at this address.')
  for (const other of [
    'ada@community.example.org',
    'leave+abc@example.com',
    'leaver@community.example.org',
    'constructor@community.example.org',
    '__proto__+x@community.example.org',
  ])
    expect(await send(other)).toBe('550 5.1.1 There is nobody at this address.')
})

test('what is too large, or for several at once, is not taken; what a room could not take comes again', async () => {
  let works = false
  const send = await server({
    leave: () => (works ? Promise.resolve('taken') : Promise.reject(new Error('the database is away'))),
  })

  expect(await send('leave+a@community.example.org', `Subject: x\r\n\r\n${'x'.repeat(76)}\r\n`.padEnd(1_200_000, 'x\r\n'))).toMatch(/^552/)
  expect(await send('leave+a@community.example.org')).toMatch(/^451/)
  works = true
  expect(await send('leave+a@community.example.org')).toMatch(/^250/)
  expect(await send(['leave+a@community.example.org', 'leave+b@community.example.org'])).toMatch(/^250/)
})

const guesses = (count: number) => [
  'EHLO x',
  'MAIL FROM:<>',
  ...Array.from({ length: count }, (_, at) => `RCPT TO:<ben${at}@community.example.org>`),
]

test('who tries many addresses is let go', async () => {
  const { port } = await listening({ leave: () => Promise.resolve('taken') })

  const answers = await say(port, guesses(40))

  expect(answers.filter((line) => line.startsWith('550'))).toHaveLength(20)
  expect(answers.at(-1)).toMatch(/^421 /)
})

test('ten thousand recipients do no harm: the next mail is taken', async () => {
  const routes: MailRoutes = { leave: () => Promise.resolve('taken') }
  const { port } = await listening(routes)
  await say(port, guesses(10_000))
  await say(port, ['EHLO x', 'MAIL FROM:<>', ...Array.from({ length: 10_000 }, () => 'RCPT TO:<leave@community.example.org>'), 'QUIT'])

  expect(await (await server(routes))('leave@community.example.org')).toMatch(/^250/)
})

test('a hard bounce is told to those who listen, once, and the mail has failed', async () => {
  const told: Refusal[] = []
  const address = await sentToBen()
  const send = await server({ bounces: bounceRoute([async (_tx, refusal) => told.push(refusal)]) })

  expect(address).toMatch(/^bounces\+[0-9a-f]{52}@community\.example\.org$/)
  expect(await send(address.toUpperCase(), letter('bounce-postfix'))).toMatch(/^250/)
  expect(await send(address, letter('bounce-postfix'))).toMatch(/^250/)
  expect(told).toEqual([
    expect.objectContaining({ address: 'ben@example.org', status: '5.1.1', answer: expect.stringContaining('User unknown') }),
  ])
  expect(await state()).toMatchObject({ state: 'failed', lastAnswer: expect.stringContaining('User unknown') })
})

test('a delay or an automatic answer changes nothing', async () => {
  const told: Refusal[] = []
  const address = await sentToBen()
  const send = await server({ bounces: bounceRoute([async (_tx, refusal) => told.push(refusal)]) })

  for (const name of ['bounce-delayed', 'away-unmarked', 'challenge-boxbe', 'auto-reply', 'not-a-report', 'report-delivered'])
    expect(await send(address, letter(name))).toMatch(/^250/)
  expect(told).toEqual([])
  expect(await state()).toMatchObject({ state: 'sent' })
})

test('a full mailbox is told as what may pass, and the mail has failed', async () => {
  const told: Refusal[] = []
  const address = await sentToBen()
  const send = await server({ bounces: bounceRoute([async (_tx, refusal) => told.push(refusal)]) })

  expect(await send(address, letter('bounce-mailbox-full'))).toMatch(/^250/)
  expect(told).toEqual([expect.objectContaining({ failure: 'soft', answer: '452 4.2.2 The mailbox is full' })])
  expect(await state()).toMatchObject({ state: 'failed' })
})

test('a bounce that comes weeks later was kept to be played again, and changes nothing', async () => {
  const told: Refusal[] = []
  const address = await sentToBen()
  const send = await server({ bounces: bounceRoute([async (_tx, refusal) => told.push(refusal)]) })

  community.wait({ hours: 24 * 21 + 1 })
  expect(await send(address, letter('bounce-postfix'))).toMatch(/^250/)
  expect(told).toEqual([])
  expect(await state()).toMatchObject({ state: 'sent' })
})

test('a bounce speaks of the mail in its token, whoever its words name', async () => {
  const told: Refusal[] = []
  const address = await sentToBen()
  const send = await server({ bounces: bounceRoute([async (_tx, refusal) => told.push(refusal)]) })

  expect(await send(address, letter('bounce-exchange'))).toMatch(/^250/)
  expect(told.map((refusal) => refusal.address)).toEqual(['ben@example.org'])
})

test('a bounce that a stranger made up changes nothing', async () => {
  const told: Refusal[] = []
  const address = await sentToBen()
  const send = await server({ bounces: bounceRoute([async (_tx, refusal) => told.push(refusal)]) })
  const token = address.slice(address.indexOf('+') + 1, address.indexOf('@'))
  const forged = [
    `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`,
    `${token.slice(0, 32)}${'0'.repeat(20)}`,
    'f'.repeat(52),
    '',
    'x'.repeat(56),
  ]

  for (const one of forged) expect(await send(`bounces+${one}@community.example.org`, letter('bounce-postfix'))).toMatch(/^550/)
  expect(told).toEqual([])
  expect(await state()).toMatchObject({ state: 'sent' })
})

test('without a port nothing listens, and a port that is taken is said so', async () => {
  const { db, now } = community
  const parts = { db, log: newLog(config), routes: {}, now }
  const first = await startMailIn({ ...parts, config })
  stops.push(first.stop)

  expect((await startMailIn({ ...parts, config: { ...config, mailInPort: null } })).port).toBeNull()
  await expect(startMailIn({ ...parts, config: { ...config, mailInPort: first.port } })).rejects.toThrow(
    `Port ${first.port} for mail is taken`,
  )
})
