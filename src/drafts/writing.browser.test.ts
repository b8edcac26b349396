import sharp from 'sharp'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, type Opener } from '#test'

let opener: Opener
beforeAll(async () => {
  opener = await openChromium()
}, 60_000)
afterAll(() => opener.close())

const patient = { timeout: 20_000 }

/** A new draft with one block of words, open to be written. */
async function begin(window: BrowserContext, subject: string): Promise<Page> {
  const page = await window.newPage()
  await page.goto('/updates/new')
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByLabel('Subject').fill(subject)
  await page.getByRole('button', { name: 'Begin' }).click()
  await text(page).waitFor()
  return page
}

/** Where one types once the script has come; before that it is another element, which then hides. */
const text = (page: Page) => page.getByRole('textbox', { name: 'Text' }).and(page.locator('[contenteditable=true]'))

async function type(page: Page, words: string) {
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

/** Until the server has these words in a draft: how long that takes is the machine's affair. */
const isKept = (words: string) =>
  expect
    .poll(async () => JSON.stringify(await opener.community.db.selectFrom('editionDraft').select('fields').execute()), patient)
    .toContain(words)

test('what Ada types in rich text is kept by itself, stands there after the window was closed, and is saved as Markdown', async () => {
  const window = await opener.open(opener.community.cast.ada)
  const page = await begin(window, 'Kept by itself')
  await type(page, ' **Good** news')
  await page.getByText(/^Draft saved at \d/).waitFor()
  await isKept('**Good** news')
  const address = page.url()
  await page.close()

  const again = await window.newPage()
  await again.goto(address)
  await again.getByText('It is not saved yet').waitFor()
  expect(
    await text(again)
      .getByText('Good')
      .evaluate((word) => word.tagName),
  ).toBe('STRONG')
  await again.getByRole('button', { name: 'Save', exact: true }).click()
  await again.getByText('Saved.', { exact: true }).waitFor()
  expect(await again.locator('textarea').inputValue()).toBe('Hello {{firstName}}, **Good** news')
  await window.close()
}, 120_000)

test('without a connection what is typed stays in the browser, and is offered back', async () => {
  const window = await opener.open(opener.community.cast.ada)
  const page = await begin(window, 'Kept in the browser')
  await page.route('**/draft', (route) => route.abort())
  await type(page, ' typed in a tunnel')
  await page.getByText('There is no connection.').waitFor()
  const address = page.url()
  await page.close()

  const again = await window.newPage()
  await again.goto(address)
  await text(again).waitFor()
  const bring = again.getByRole('button', { name: 'Bring them back' })
  // What is sent while a window closes may reach us after all; then the words stand there already.
  await expect.poll(async () => (await bring.isVisible()) || (await again.getByText('It is not saved yet').isVisible()), patient).toBe(true)
  if (await bring.isVisible()) await bring.click()
  await again.getByText('It is not saved yet').waitFor()
  expect(await text(again).textContent()).toContain('typed in a tunnel')
  await window.close()
}, 120_000)

test('two who write at once are told of each other, and that one has saved', async () => {
  const [one, two] = [await opener.open(opener.community.cast.ada), await opener.open(opener.community.cast.olga)]
  const page = await begin(one, 'Written by two')
  await page.mouse.move(200, 200)
  await type(page, ' by Ada')
  await isKept('by Ada')

  const other = await two.newPage()
  await other.goto(page.url())
  await other.getByText('Ada Whitfield has this update open right now, in English.').first().waitFor()
  await type(other, ' by Olga')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await other.getByText('Saved.', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('What your text would change in theirs').waitFor()
  expect(await page.locator('.conflict').textContent()).toMatch(/Olga.*Ada/s)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved.', { exact: true }).waitFor()
  await Promise.all([one.close(), two.close()])
}, 120_000)

test('a picture pasted into the text stands in a block of its own behind it, and is asked what it shows', async () => {
  const window = await opener.open(opener.community.cast.ada)
  const page = await begin(window, 'With a picture')
  await type(page, ' See this:')
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#335544' } })
    .png()
    .toBuffer()
  await text(page).evaluate((shown, base64) => {
    const clipboardData = new DataTransfer()
    const picture = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)
    clipboardData.items.add(new File([picture], 'hall.png', { type: 'image/png' }))
    shown.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, bytes.toString('base64'))
  await page.getByLabel('What it shows').waitFor()
  expect(await page.locator('.block legend').allTextContents()).toEqual(['1. Words', '2. A picture'])
  expect(await page.locator('textarea').inputValue()).toBe('Hello {{firstName}}, See this:')
  await window.close()
}, 120_000)
