import { randomBytes } from 'node:crypto'
import { request, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newLog } from '#platform/http'
import { freePort, seededCommunity, testConfig, type Seeded } from '#test'
import { startWeb } from './web.ts'

let community: Seeded
let stop: () => Promise<void>
let port: number

beforeAll(async () => {
  community = await seededCommunity()
  port = await freePort()
  stop = await startWeb({
    config: { ...testConfig, host: '127.0.0.1', port, databaseUrl: community.url },
    db: community.db,
    log: newLog(testConfig),
  })
})
afterAll(async () => {
  await stop()
  await community.close()
})

type Sent = { method: string; path: string; headers?: Record<string, string>; body?: Buffer; cutAfter?: number }

/** A request whose line may be cut after some bytes of what it carries; null when it was. */
const send = ({ method, path, headers = {}, body = Buffer.alloc(0), cutAfter = body.length }: Sent) =>
  new Promise<IncomingMessage | null>((resolve) => {
    const cookie = `__Host-session=${community.cast.ada.session}`
    const all = { cookie, 'sec-fetch-site': 'same-origin', 'content-length': String(body.length), ...headers }
    const asked = request({ port, host: '127.0.0.1', method, path, headers: all }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer))
    })
    asked.once('error', () => resolve(null))
    if (cutAfter === body.length) return void asked.end(body)
    asked.write(body.subarray(0, cutAfter), () => setImmediate(() => asked.destroy()))
  })

const pieceFrom = (place: string, whole: Buffer, offset: number, cutAfter?: number) =>
  send({
    method: 'PATCH',
    path: place,
    headers: { 'content-type': 'application/partial-upload', 'upload-offset': String(offset) },
    body: whole.subarray(offset),
    ...(cutAfter === undefined ? {} : { cutAfter }),
  })

test('a recording whose line is cut a hundred times arrives whole', async () => {
  const whole = Buffer.concat([Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'), randomBytes(3_000_000)])
  const begun = await send({
    method: 'POST',
    path: '/webinars/getting-started/uploads',
    headers: { 'upload-length': String(whole.length), 'upload-purpose': 'recording' },
  })
  const place = begun?.headers.location ?? ''
  const offset = async () => Number((await send({ method: 'HEAD', path: place }))?.headers['upload-offset'])

  for (let cut = 0; cut < 100; cut++) {
    const before = await offset()
    await pieceFrom(place, whole, before, 1 + ((cut * 7919) % 25_000))
    expect(await offset()).toBeGreaterThanOrEqual(before)
  }
  // What the server was still writing when the last line was cut may come to rest a moment later.
  const sendRest = async () => (await pieceFrom(place, whole, await offset()))?.headers['upload-complete']
  await expect.poll(sendRest, { timeout: 10_000 }).toBe('?1')

  const kept = await fetch(`http://127.0.0.1:${port}/webinars/getting-started/recording`)
  expect(Buffer.from(await kept.arrayBuffer()).equals(whole)).toBe(true)
}, 60_000)
