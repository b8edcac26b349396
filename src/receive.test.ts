import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ownCommunity, testConfig } from '#test'
import { root } from '#root'
import { exits, receivePiped } from './receive.ts'

const closes: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closes.splice(0)) await close()
})

async function piping() {
  const { community, url, close } = await ownCommunity()
  closes.push(close)
  const said: string[] = []
  const pipe = async (words: string[], raw: string | Buffer, databaseUrl = url) => {
    const input = (async function* () {
      yield await Promise.resolve(Buffer.from(raw))
    })()
    return receivePiped({ words, input, say: (sentence) => said.push(sentence), config: { ...testConfig, databaseUrl } })
  }
  return { community, pipe, said }
}

const mail = 'From: Ben <ben@example.org>\nSubject: Hello\nMessage-ID: <1@example.org>\n\nHello there\n'

test('a mail server that is there already pipes mail in; it is told what became of it', async () => {
  const { community, pipe, said } = await piping()

  expect(await pipe(['community@community.example.org'], `Return-Path: <ben@example.org>\n${mail}`)).toBe(exits.taken)
  expect(await pipe([], `Return-Path: <ben@example.org>\nDelivered-To: community@community.example.org\n${mail}`)).toBe(exits.taken)
  expect(await pipe([], `Return-Path: <ben@example.org>\nX-Original-To: <postmaster@community.example.org>\n${mail}`)).toBe(exits.taken)
  expect(await community.mailTo('hello@example.org')).toHaveLength(2)
  expect(said).toEqual([])

  expect(await pipe(['nobody@community.example.org'], mail)).toBe(67)
  expect(await pipe([], mail)).toBe(64)
  expect(await pipe(['community@community.example.org'], Buffer.alloc(2_000_000, 'x\n'))).toBe(65)
  expect(said).toEqual([
    '5.1.1 There is nobody at this address.',
    expect.stringContaining('Say for whom'),
    '5.3.4 This mail is larger than we take.',
  ])
})

test('when the database is away the mail server is asked to come again', async () => {
  const { pipe, said } = await piping()
  expect(await pipe(['community@community.example.org'], mail, 'postgresql://127.0.0.1:9/none')).toBe(75)
  expect(said).toEqual([expect.stringMatching(/^4\.3\.0 This could not be taken just now/)])
})

test('a bounce by pipe counts like one by SMTP: with its token only', async () => {
  const { pipe } = await piping()
  const bounce = readFileSync(join(root, 'src/platform/mail-in/letters/bounce-postfix.eml'))
  expect(await pipe([`bounces+${'0'.repeat(52)}@community.example.org`], bounce)).toBe(exits.unknown)
})
