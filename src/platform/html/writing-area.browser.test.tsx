import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '#test'
import { ada, visit } from './page-for-tests.ts'
import { renderPart } from './render.ts'
import { WritingArea } from './writing-area.tsx'

let browser: Browser
let script: string
let page: Page

beforeAll(async () => {
  const entry = join(import.meta.dirname, 'writing-area.browser.ts')
  const built = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', logLevel: 'error' })
  script = built.outputFiles[0]?.text ?? ''
  browser = await launchChromium()
}, 60_000)
afterAll(() => browser.close())

beforeEach(async () => {
  page = await browser.newPage()
  const html = renderPart(<WritingArea name="body" label="Text" value="one two" />, visit({ person: ada })).replace(
    /<script.*?<\/script>/,
    '',
  )
  await page.setContent(`<!doctype html><html lang="en"><title>Writing</title><main>${html}</main></html>`)
})
afterEach(() => page.close())

/** A module written into the page runs a moment after it is put there: what it makes is waited for. */
async function enhance() {
  await page.addScriptTag({ content: script, type: 'module' })
  await page.getByRole('toolbar').waitFor()
}

const field = () => page.getByLabel('Text')
const choose = (start: number, end: number) =>
  field().evaluate((area: HTMLTextAreaElement, [from = 0, to = 0]) => area.setSelectionRange(from, to), [start, end])

/** What a paste does to an empty field. */
async function pasted(html: string, plain = 'plain words') {
  await enhance()
  await field().fill('')
  await field().evaluate(
    (area, [rich = '', words = '']) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', rich)
      clipboardData.setData('text/plain', words)
      area.focus()
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      if (area.dispatchEvent(event)) document.execCommand('insertText', false, words)
    },
    [html, plain],
  )
  return field().inputValue()
}

test('without script there is the field, its help, and no button that does nothing', async () => {
  expect(await page.getByRole('toolbar').count()).toBe(0)
  expect(await field().inputValue()).toBe('one two')
  await page.getByText('How to format text').click()
  expect(await page.getByText('opens a section').isVisible()).toBe(true)
})

test('a button marks what is chosen, and undo takes it back', async () => {
  await enhance()
  await choose(4, 7)
  await page.getByRole('button', { name: 'Bold' }).click()
  expect(await field().inputValue()).toBe('one **two**')

  await page.keyboard.press('Control+z')
  expect(await field().inputValue()).toBe('one two')
})

test('the keyboard does the same: Ctrl with B, I and K', async () => {
  await enhance()
  await field().focus()
  await choose(0, 3)
  await page.keyboard.press('Control+b')
  expect(await field().inputValue()).toBe('**one** two')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Control+i')
  expect(await field().inputValue()).toBe('*one* two')
  await choose(6, 9)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('https://example.org')
  expect(await field().inputValue()).toBe('*one* [two](https://example.org)')
})

test('the toolbar is one stop for the tab key; arrows walk along it', async () => {
  await enhance()
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Bold')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Italic')
  await page.keyboard.press('End')
  expect(await focused()).toBe('Link')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Bold')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Tab')
  expect(await field().evaluate((area) => area === document.activeElement)).toBe(true)
  await page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe('Link')
})

test('what Word puts on the clipboard becomes clean Markdown', async () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=EN-US><!--StartFragment-->
<h1 style='mso-x:1'>Agenda<o:p></o:p></h1>
<p class=MsoNormal style='margin:0'>We meet&nbsp;<b style='mso-bidi-font-weight:normal'>at <i>nine</i></b>, see <a href="https://example.org/a b">the&nbsp;plan</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7pt'>&nbsp;&nbsp; </span></span></span><![endif]>First point<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Under it<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>A step<o:p></o:p></p>
<!--EndFragment--></body></html>`

  expect(await pasted(word)).toBe(
    '## Agenda\n\nWe meet **at *nine***, see [the plan](https://example.org/a%20b).\n\n- First point\n   - Under it\n1. A step',
  )
})

test('what Google Docs puts on the clipboard becomes clean Markdown', async () => {
  const docs = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:700">Ninety days</span></h2><p dir="ltr"><span style="font-weight:400;">Call </span><span style="font-weight:700;">one</span><span style="font-style:italic"> owner</span><span>.</span></p><ul><li dir="ltr"><p dir="ltr" role="presentation"><span>One page</span></p></li><ul><li><p><span>not two</span></p></li></ul><li><p><a href="https://www.google.com/url?q=https://example.org/x&amp;sa=D"><span>a link</span></a></p></li></ul><br></b>`

  expect(await pasted(docs)).toBe('## Ninety days\n\nCall **one** *owner*.\n\n- One page\n  - not two\n- [a link](https://example.org/x)')
})

test('tables, quotes, numbered lists and rules come along; pictures, scripts and hidden links do not', async () => {
  const html = `<table><tr><th>Who</th><th>What</th></tr><tr><td>Ada | Ben</td><td>calls</td></tr></table><blockquote><p>Slow is smooth.</p></blockquote><ol start="3"><li>three</li><li>four<ul><li>a</li></ul></li></ol><hr><p><img src="https://evil.example/p.gif" alt="x"><script>alert(1)</script><a href="javascript:alert(1)">click</a></p>`

  expect(await pasted(html)).toBe(
    '| Who | What |\n| --- | --- |\n| Ada \\| Ben | calls |\n\n> Slow is smooth.\n\n3. three\n4. four\n   - a\n\n---\n\nclick',
  )
})

test('signs that Markdown would take for marks stay signs', async () => {
  expect(await pasted('<p><b>1*2_3</b></p><p># no title</p><p>- no list</p><p>3. no step [x] &lt;b&gt;</p>')).toBe(
    '**1\\*2\\_3**\n\n\\# no title\n\n\\- no list\n\n3\\. no step \\[x\\] \\<b\\>',
  )
})

test('plain words are left to the browser', async () => {
  expect(await pasted('<div style="color:red"><span>const a = 1</span></div>', 'const a = 1')).toBe('const a = 1')
  expect(await pasted('', 'only plain')).toBe('only plain')
})
