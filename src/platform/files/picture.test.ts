import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { readSavedFile, savePicture } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'guildhall-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

const solid = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 30, g: 90, b: 70, alpha } } })
const save = (bytes: Uint8Array, maxWidth = 400) => savePicture(folder, bytes, { maxWidth })

async function saved(bytes: Uint8Array, maxWidth?: number) {
  const picture = await save(bytes, maxWidth)
  if ('refused' in picture) throw new Error(picture.refused)
  const file = await readSavedFile(folder, picture.path.replace('/files/', ''))
  if (!file) throw new Error('It was not kept.')
  return { picture, file, inside: await sharp(file.bytes).metadata() }
}

test('a wide picture is made narrower, a small one stays as it is', async () => {
  expect((await saved(await solid(1200, 600).png().toBuffer())).picture).toMatchObject({ width: 400, height: 200 })
  expect((await saved(await solid(90, 60).webp().toBuffer())).picture).toMatchObject({ width: 90, height: 60 })
})

test('see-through parts stay in a PNG; all else becomes a JPEG', async () => {
  expect((await saved(await solid(90, 60, 0.5).png().toBuffer())).file.mediaType).toBe('image/png')
  expect((await saved(await solid(90, 60).jpeg().toBuffer())).file.mediaType).toBe('image/jpeg')
})

test('where it was taken, and by which camera, is gone', async () => {
  const sent = await solid(90, 60)
    .withExif({ IFD0: { Make: 'Camera', Copyright: 'Ben' }, IFD3: { GPSLatitude: '41/1 15/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect((await sharp(sent).metadata()).exif).toBeDefined()

  const { inside, file } = await saved(sent)

  expect([inside.exif, inside.icc, inside.xmp, inside.iptc]).toEqual([undefined, undefined, undefined, undefined])
  expect(Buffer.from(file.bytes).includes('Camera')).toBe(false)
})

test('a picture held sideways is turned upright', async () => {
  expect((await saved(await solid(100, 50).withMetadata({ orientation: 6 }).jpeg().toBuffer())).picture).toMatchObject({
    width: 50,
    height: 100,
  })
})

test('the same picture twice is one file', async () => {
  const bytes = await solid(33, 44).png().toBuffer()
  const [one, two] = await Promise.all([saved(bytes), saved(bytes)])

  expect(one.picture.path).toBe(two.picture.path)
  expect(one.picture.path).toMatch(/^\/files\/[0-9a-f]{40}\.jpg$/)
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes(one.picture.path.slice(7)))).toHaveLength(1)
})

test.each([
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
  ['nothing', Buffer.alloc(0)],
  ['the head of a PNG alone', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a page behind the head of a JPEG', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('<script>alert(1)</script>')])],
  ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
  ['a PDF', Buffer.from('%PDF-1.7\n')],
])('%s is refused', async (_name, bytes) => expect(await save(bytes)).toEqual({ refused: 'no-picture' }))

test('a cut-off picture is refused', async () => {
  const bytes = await sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 251)), {
    raw: { width: 300, height: 300, channels: 3 },
  })
    .jpeg()
    .toBuffer()
  expect(await save(bytes.subarray(0, bytes.length / 2))).toEqual({ refused: 'no-picture' })
})

test('a small file that says it is enormous is refused before it fills the memory', async () => {
  const before = process.memoryUsage().rss

  expect(await save(bomb(60_000, 60_000))).toEqual({ refused: 'too-many-pixels' })

  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
})

test.each(['../../etc/passwd', '..%2f..', 'x.png', `${'a'.repeat(40)}.svg`, `${'a'.repeat(40)}.png/..`, ''])(
  'no file is found at %j',
  async (name) => expect(await readSavedFile(folder, name)).toBeNull(),
)

/** A PNG of the given size, all of one colour, in a few kilobytes. */
function bomb(width: number, height: number) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer) {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
