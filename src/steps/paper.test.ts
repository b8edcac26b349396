import * as mupdf from 'mupdf'
import { beforeEach, expect, test } from 'vitest'
import { filesIn, useCommunity } from '#test'
import { seedSteps } from './step.seed.ts'

const community = useCommunity()
beforeEach(() => seedSteps(community.db, community.network, community.now().subtract({ hours: 1 })))

/** What a reader of PDF finds in it: the words of each page, and where its links lead. */
function readPdf(file: Buffer) {
  const pdf = mupdf.Document.openDocument(file, 'application/pdf')
  const pages = Array.from({ length: pdf.countPages() }, (_, at) => pdf.loadPage(at))
  return {
    title: pdf.getMetaData('info:Title'),
    bookmarks: pdf.loadOutline()?.map((mark) => mark.title),
    pages: pages.map((page) => page.toStructuredText('').asText()),
    links: pages.flatMap((page) =>
      page.getLinks().map((link) => (link.isExternal() ? link.getURI() : `page ${pdf.resolveLink(link) + 1}`)),
    ),
  }
}

const fileAt = async (path: string) => {
  const { status, bytes } = await community.stranger().request('GET', path)
  expect(status).toBe(200)
  return Buffer.from(bytes)
}

test('the whole toolkit is printed with its contents, page numbers and a running head', async () => {
  const { title, bookmarks, pages, links } = readPdf(await fileAt('/toolkit/toolkit.pdf'))

  expect(title).toBe('Toolkit')
  expect(bookmarks).toHaveLength(6)
  const launch = pages.findIndex((page) => /Step 4 of 6/.test(page))
  expect(pages[0]).toMatch(new RegExp(`4. {1,2}Launch\\s+${launch + 1}\\s`))
  expect(links).toContain(`page ${launch + 1}`)
  expect(pages[launch]).toContain(`${launch + 1} / ${pages.length}`)
  expect(pages.find((page) => /^Prairie Network +· +Launch/m.test(page))).toBeDefined()
})

test('a step is printed and handed out to be written in, in the reader’s language', async () => {
  const [page] = readPdf(await fileAt('/toolkit/launch/step.pdf?language=es')).pages
  expect(page).toContain('Paso 4 de 6')
  expect(page).toContain('Prairie Network')

  const word = await filesIn(await fileAt('/toolkit/launch/step.docx'))
  const text = word['word/document.xml'] ?? ''
  expect(text).toContain('Open with champions (10 minutes).')
  expect(text).toMatch(/<w:pStyle w:val="Heading2"\/>.*?What to do/s)
  expect(text).toMatch(/<w:numPr>/)
  expect((await community.stranger().request('GET', '/toolkit/no-such-step/step.pdf')).status).toBe(404)
})

test('neither file carries a script, a formula or a link that nobody wrote', async () => {
  const ada = community.as(await community.person('Ada'))
  const nasty = '=HYPERLINK("x") <script>app.alert(1)</script> {{x}} 🙂 مرحبا \u202Eexe'
  const body = `${nasty}\n\n[a](javascript:alert(1)) [b](file:///etc/passwd) [c](https://example.org/d)\n\n- ${'x'.repeat(3000)}`
  const seen = /name="seen" value="([^"]*)"/.exec(await ada.get('/toolkit/launch/edit?language=en'))?.[1] ?? ''
  await ada.post('/toolkit/launch', { language: 'en', title: nasty, summary: '', body, seen })

  const file = await fileAt('/toolkit/launch/step.pdf')
  const { links, pages } = readPdf(file)
  expect(links).toEqual(['https://example.org/d'])
  expect(pages.join('')).toContain('=HYPERLINK("x")')
  expect(file.toString('latin1')).not.toMatch(/\/(JavaScript|JS|Launch|AA|OpenAction|EmbeddedFile)\b/)

  const word = await filesIn(await fileAt('/toolkit/launch/step.docx'))
  const links2 = Object.entries(word).flatMap(([name, xml]) => (name.endsWith('.rels') ? (xml.match(/Target="\w+:[^"]*"/g) ?? []) : []))
  expect(links2).toEqual(['Target="https://example.org/d"'])
  expect(word['word/document.xml']).not.toMatch(/fldSimple|instrText|<script/)
  expect(Object.keys(word).filter((name) => /vba|macro|bin$/i.test(name))).toEqual([])
})
