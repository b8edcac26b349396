import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.rules.ts'
import { reach } from './reach.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function site(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, answer) =>
    answer.writeHead(code, headers).end('x')

/** For a test the loopback stands for a public place, under a name. */
const open = { find: async () => [{ address: '127.0.0.1', family: 4 }], mayAsk: () => true }

test.each([
  [200, 'works'],
  [404, 'gone'],
  [410, 'gone'],
  [403, 'unknown'],
  [503, 'unknown'],
])('an answer of %i: %s', async (code, outcome) => {
  const port = await site(status(code))
  expect(await reach(`http://far.example:${port}/page`, open)).toEqual({ outcome, status: code })
})

test.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://[::ffff:10.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://192.168.1.1:8080/',
  'https://someone:secret@example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:25/',
  'not an address',
])('%s is never asked', async (href) => {
  expect(await reach(href)).toEqual({ outcome: 'forbidden' })
})

test('a public address is asked at the ports of the web alone', async () => {
  expect(await reach('http://93.184.215.14:25/')).toEqual({ outcome: 'forbidden' })
})

test('a redirect leads nowhere within, and not in circles', async () => {
  let asked = 0
  const within = await site((_, answer) => {
    asked += 1
    answer.end()
  })
  const port = await site(status(302, { location: `http://within.example:${within}/` }))
  const found: Record<string, string> = { 'far.example': '127.0.0.1', 'within.example': '10.0.0.7' }
  const options = {
    find: async (name: string) => [{ address: found[name] ?? '', family: 4 }],
    mayAsk: (address: string) => address === '127.0.0.1',
  }
  expect(await reach(`http://far.example:${port}/`, options)).toEqual({ outcome: 'forbidden' })
  expect(asked).toBe(0)
  const circle = await site((request, answer) => answer.writeHead(302, { location: request.url ?? '/' }).end())
  expect(await reach(`http://far.example:${circle}/`, options)).toMatchObject({ outcome: 'unknown' })
})

test('a name with one address within is not asked, and a name is looked up once', async () => {
  const mixed = async () => [
    { address: '93.184.215.14', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ]
  expect(await reach('http://mixed.example/', { find: mixed })).toEqual({ outcome: 'forbidden' })
  let times = 0
  const port = await site(status(200))
  const rebinding = async () => [{ address: times++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
  expect(await reach(`http://rebinding.example:${port}/`, { find: rebinding, mayAsk: (address) => address === '127.0.0.1' })).toMatchObject(
    { outcome: 'works' },
  )
  expect(times).toBe(1)
})

test('whoever never answers, or is not there, is silent', async () => {
  const port = await site(() => undefined)
  expect(await reach(`http://far.example:${port}/`, { ...open, milliseconds: 100 })).toEqual({ outcome: 'silent' })
  const find = () => Promise.reject(new Error('ENOTFOUND'))
  expect(await reach('http://nobody.example/', { find })).toEqual({ outcome: 'silent' })
})

test('an endless answer costs its head alone', async () => {
  const port = await site((_, answer) => {
    answer.writeHead(200)
    const more = setInterval(() => answer.write('x'.repeat(65_536)), 1)
    answer.on('close', () => clearInterval(more))
  })
  expect(await reach(`http://far.example:${port}/`, open)).toEqual({ outcome: 'works', status: 200 })
})

test.each([
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['2002:7f00:1::', false],
  ['64:ff9b::7f00:1', false],
  ['::ffff:93.184.215.14', false],
  ['', false],
])('whether %s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})
