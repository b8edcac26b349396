import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, type Opener } from '#test'

let opener: Opener
beforeAll(async () => {
  opener = await openChromium()
}, 60_000)
afterAll(() => opener.close())

test('Ada drags a block above another with the mouse, and the Enter key saves', async () => {
  const window = await opener.open(opener.community.cast.ada, { viewport: { width: 1200, height: 1600 } })
  const page = await window.newPage()
  await page.goto('/updates/new')
  await page.getByLabel('Subject').fill('Spring update')
  await page.getByRole('button', { name: 'Begin' }).click()
  const legends = () => page.locator('.block legend').allTextContents()
  expect((await legends()).slice(0, 2)).toEqual(['1. Words', '2. Newest tips'])

  const handle = await page.locator('.block-handle').nth(1).boundingBox()
  const target = await page.locator('[data-block]').first().boundingBox()
  if (!handle || !target) throw new Error('There is nothing to drag.')
  await page.mouse.move(handle.x + 10, handle.y + 10)
  await page.mouse.down()
  await page.mouse.move(handle.x + 10, handle.y - 20, { steps: 4 })
  await page.mouse.move(target.x + 80, target.y + 12, { steps: 10 })
  await page.mouse.up()
  await page.getByLabel('Subject', { exact: true }).press('Enter')
  await page.getByText('Saved.').waitFor()
  expect((await legends()).slice(0, 2)).toEqual(['1. Newest tips', '2. Words'])
})
