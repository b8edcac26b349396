import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, type Opener } from '#test'

let opener: Opener

beforeAll(async () => {
  opener = await openChromium()
}, 120_000)
const folder = mkdtempSync(join(tmpdir(), 'guildhall-upload-'))
afterAll(async () => {
  await opener.close()
  rmSync(folder, { recursive: true })
})

const piece = 4 * 1024 * 1024

/** Three pieces and a little more, as a WebM file begins. */
const recording = Buffer.concat([
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'),
  randomBytes(13 * 1024 * 1024),
])

test('a line that is cut while Ada sends a recording costs a piece, and the page that was closed goes on where it was', async () => {
  const context = await opener.open(opener.community.cast.ada)
  const page = await context.newPage()
  writeFileSync(join(folder, 'call.webm'), recording)
  const offsets: string[] = []
  let isDown = true
  await page.route('**/uploads/*', (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    offsets.push(route.request().headers()['upload-offset'] ?? '')
    return isDown && [2, 4, 5, 6].includes(offsets.length) ? route.abort('connectionreset') : route.continue()
  })
  const send = async () => {
    await page.goto('/webinars/getting-started/media')
    const field = page.getByRole('button', { name: 'Another recording in its place' })
    await field.setInputFiles(join(folder, 'call.webm'))
    await page.getByRole('button', { name: 'Send the file' }).first().click()
  }

  await send()
  await expect.poll(() => offsets.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(4)
  await page.getByText('The line is cut. Trying again').waitFor()
  await page.goto('/')
  isDown = false
  const tried = offsets.length

  await send()
  await page.getByText('Look at it (13 MB)').waitFor()
  const kept = await context.request.get('/webinars/getting-started/recording', { headers: { range: `bytes=${recording.length - 5}-` } })
  expect(offsets.slice(0, 4)).toEqual(['0', String(piece), String(piece), String(2 * piece)])
  expect(offsets[tried]).toBe(String(2 * piece))
  expect(kept.status()).toBe(206)
  expect(await kept.body()).toEqual(recording.subarray(-5))
  await context.close()
}, 60_000)

test('Ben chooses a sentence and hears it; the sentence that is heard is marked', async () => {
  const context = await opener.open(opener.community.cast.ben)
  const page = await context.newPage()
  await page.goto('/webinars/scaling-at-state-level')
  await page.getByRole('link', { name: 'It takes courage to wait while a region gets ready.' }).click()

  const seconds = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)
  await expect.poll(seconds, { timeout: 10_000 }).toBeGreaterThanOrEqual(15)
  await page.locator('a[aria-current=time]').first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/webinars/scaling-at-state-level')
  await context.close()
}, 60_000)
