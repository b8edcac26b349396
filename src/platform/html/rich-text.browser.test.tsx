import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '#test'
import { ada, visit } from './page-for-tests.ts'
import { renderPart } from './render.ts'
import { WritingArea } from './writing-area.tsx'

let browser: Browser
let scripts: string[]
let page: Page

beforeAll(async () => {
  const entryPoints = ['writing-area', 'rich-text'].map((name) => join(import.meta.dirname, `${name}.browser.ts`))
  const built = await build({ entryPoints, bundle: true, write: false, outdir: '/nowhere', format: 'esm', logLevel: 'error' })
  scripts = built.outputFiles.map(({ text }) => text)
  browser = await launchChromium()
}, 60_000)
afterAll(() => browser.close())

beforeEach(async () => {
  page = await browser.newPage()
})
afterEach(() => page.close())

/** A form with one writing area, its scripts at work. */
async function write(value: string) {
  const part = renderPart(<WritingArea name="body" label="Text" hint="Short." value={value} />, visit({ person: ada }))
  const html = part.replaceAll(/<script.*?<\/script>/g, '')
  await page.setContent(
    `<!doctype html><html lang="en"><title>Writing</title><style>.rich { white-space: pre-wrap }</style><main><form>${html}</form></main></html>`,
  )
  for (const content of scripts) await page.addScriptTag({ content, type: 'module' })
  await page.locator('.rich').waitFor()
}

const text = () => page.getByRole('textbox', { name: 'Text' })
const markdown = () => page.locator('textarea').inputValue()
const tool = (name: string) => page.getByRole('button', { name, exact: true })
const focused = () => page.evaluate(() => document.activeElement?.textContent)

async function choose(words: string) {
  await text().evaluate((shown, wanted) => {
    const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at !== -1) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, words)
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(words)
}

async function paste(html: string, plain = 'plain words') {
  await text().focus()
  await text().evaluate(
    (shown, [rich = '', words = '']) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', rich)
      clipboardData.setData('text/plain', words)
      shown.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, plain],
  )
}

test('the text is shown as it will be read, and its Markdown is not touched by being looked at', async () => {
  const source = '# Old title\n\n* one\n* two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSetext\n------\nHello {{firstName}},\nand __all__.   \n'
  await write(source)
  expect(await text().getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Old title', 'Setext'])
  expect(await text().getByRole('listitem').allTextContents()).toEqual(['one', 'two'])
  expect(await text().locator('pre').textContent()).toBe('| a | b |\n|---|---|\n| 1 | 2 |')
  expect(await markdown()).toBe(source)

  await choose('two')
  await page.keyboard.type('three')
  expect(await markdown()).toBe(
    '# Old title\n\n- one\n- three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSetext\n------\n\nHello {{firstName}},\nand __all__.   ',
  )
  await page.keyboard.press('Control+z')
  expect(await markdown()).toBe(source)
})

test('a screen reader hears a labelled field of several lines, its hint, and which marks are on', async () => {
  await write('one **two**')
  const heard = await text().evaluate((shown) => ['aria-multiline', 'aria-describedby', 'id'].map((name) => shown.getAttribute(name)))
  expect(heard).toEqual(['true', 'hint-body', 'field-body'])
  expect(await page.getByRole('textbox').count()).toBe(1)
  await choose('two')
  await expect.poll(() => tool('Bold').getAttribute('aria-pressed')).toBe('true')
  expect(await tool('Italic').getAttribute('aria-pressed')).toBe('false')
  await page.getByText('Text', { exact: true }).click()
  expect(await text().evaluate((shown) => shown === document.activeElement)).toBe(true)
})

test('the keyboard alone writes, marks, walks the toolbar and leaves, also from within a list', async () => {
  await write('')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Bold')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Italic')
  await page.keyboard.press('End')
  expect(await focused()).toBe('As Markdown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('## Plan')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('Now')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' then')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('under')
  await page.keyboard.press('Control+]')
  expect(await markdown()).toBe('## Plan\n\n**Now** then\n\n- one\n  - under')
  await page.keyboard.press('Tab')
  expect(await text().evaluate((shown) => shown.contains(document.activeElement))).toBe(false)
  expect(await markdown()).toBe('## Plan\n\n**Now** then\n\n- one\n  - under')
})

test('buttons do what they say, a second press takes it back, undo and redo walk through it', async () => {
  await write('one two')
  await choose('two')
  for (const [name, result] of [
    ['Bold', 'one **two**'],
    ['Bold', 'one two'],
    ['Italic', 'one *two*'],
    ['Undo', 'one two'],
    ['Redo', 'one *two*'],
    ['Italic', 'one two'],
    ['Heading', '## one two'],
    ['Smaller heading', '### one two'],
    ['Smaller heading', 'one two'],
    ['List', '- one two'],
    ['Numbered list', '1. one two'],
    ['Numbered list', 'one two'],
    ['Quote', '> one two'],
  ] as const) {
    await tool(name).click()
    expect([name, await markdown()]).toEqual([name, result])
  }
})

test('a link is asked for in a dialog, mended there and taken away; an unsafe one is refused', async () => {
  await write('see here')
  await choose('here')
  await page.keyboard.press('Control+k')
  const address = page.getByLabel('Where it leads')
  await address.fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('alert').textContent()).toContain('begins with https://')
  await address.fill('example.org/a')
  await page.keyboard.press('Enter')
  expect(await markdown()).toBe('see [here](https://example.org/a)')
  await tool('Link').click()
  expect(await address.inputValue()).toBe('https://example.org/a')
  await address.fill('/events')
  await tool('Set the link').click()
  expect(await markdown()).toBe('see [here](/events)')
  await tool('Link').click()
  await page.keyboard.press('Escape')
  await tool('Link').click()
  await tool('Remove the link').click()
  expect(await markdown()).toBe('see here')
})

test('whoever prefers Markdown writes Markdown, and comes back', async () => {
  await write('one')
  await tool('As Markdown').click()
  await page.getByLabel('Text').fill('# two\n\n- three')
  expect(await tool('Undo').isVisible()).toBe(false)
  await tool('As Markdown').click()
  expect(await text().getByRole('heading').textContent()).toBe('two')
  expect(await markdown()).toBe('# two\n\n- three')
})

test('what Word puts on the clipboard comes in clean', async () => {
  await write('')
  await paste(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=EN-US><!--StartFragment-->
<p class=MsoTitle><span style='font-size:28.0pt'>Spring plan<o:p></o:p></span></p>
<h2 style='mso-x:1'>Agenda<o:p></o:p></h2>
<p class=MsoNormal style='margin:0'>We meet&nbsp;<b>at <i>nine</i></b>, see <a href="https://example.org/a"><span style='color:blue'>the plan</span></a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7pt'>&nbsp;&nbsp; </span></span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Second<o:p></o:p></p>
<!--EndFragment--></body></html>`)
  expect(await markdown()).toBe(
    'Spring plan\n\n## Agenda\n\nWe meet **at *nine***, see [the plan](https://example.org/a).\n\n- First\n- Second',
  )
  expect(await text().evaluate((shown) => shown.innerHTML)).not.toMatch(/Mso|style=|o:p/)
})

test('what Google Docs puts on the clipboard comes in clean, within a line where it is but a few words', async () => {
  await write('before after')
  await choose('before')
  await page.keyboard.press('ArrowRight')
  await paste(
    `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><span style="font-weight:700"> bold</span><span style="font-weight:400"> and a </span><a href="https://www.google.com/url?q=https://example.org/x&amp;sa=D"><span>link</span></a></b>`,
  )
  expect(await markdown()).toBe('before**bold** and a [link](https://example.org/x) after')
})

test('what is copied here is pasted as it was, and plain words are plain', async () => {
  await write('one **two**')
  await paste('<p data-pm-slice="1 1 []">three <em>four</em></p>')
  expect(await markdown()).toContain('*four*')
  await write('')
  await paste('', '# no title')
  expect(await markdown()).toBe('\\# no title')
})

test('scripts, frames and hidden links do not come in; a picture is refused with a sentence', async () => {
  await write('')
  await paste(
    '<h2 onclick="alert(1)">Title</h2><iframe src="https://evil.example"></iframe><p><a href="javascript:alert(1)">click</a><img src="https://evil.example/p.gif"></p>',
  )
  expect(await markdown()).toBe('## Title\n\nclick')
  await text().evaluate((shown) => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(['x'], 'x.png', { type: 'image/png' }))
    shown.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  expect(await page.getByRole('status').textContent()).toBe('Pictures cannot stand within this text.')
  expect(await markdown()).toBe('## Title\n\nclick')
})
