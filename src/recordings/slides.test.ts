import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#root'
import { useCommunity } from '#test'
import { drawPages } from './slides.draw.ts'

const community = useCommunity()
const starter = join(root, 'content', 'recordings', 'getting-started.pdf')
const pdf = (bytes: Uint8Array<ArrayBuffer> | string) => new File([bytes], 'slides.pdf')

/** One page that asks the reader's program to run a script when it opens. */
const withScript = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] >> endobj
trailer << /Root 1 0 R >>`

test('slides are shown page by page with their words, go with their file, and are there for nobody before the webinar is', async () => {
  const ada = community.as(await community.person('Ada'))
  const stranger = community.stranger()
  const slug = await community.webinar({ draft: true })
  await ada.post(`/webinars/${slug}/media/slides`, { slides: pdf(Uint8Array.from(readFileSync(starter))) })
  expect(await ada.get(`/webinars/${slug}/media`)).toContain('The pages are being drawn.')
  for (let times = 0; times < 2; times++) await community.work()

  expect(await ada.get(`/webinars/${slug}/media`)).toContain('4 pages are shown')
  expect((await stranger.request('GET', `/webinars/${slug}/slides/1`)).status).toBe(404)
  const champions = '/webinars?q=champion+doors'
  expect(await stranger.get(champions)).toContain('Nothing was said of')
  await ada.post(`/webinars/${slug}/publication`, { publish: 'yes' })
  expect(await stranger.get(champions)).toMatch(/slide=4#slides">Slide 4<\/a> <mark>champions<\/mark> open every <mark>door<\/mark>/)
  const first = await stranger.get(`/webinars/${slug}`)
  expect(first).toContain('alt="Slide 1 of 4: Getting started')
  expect(first).toContain('Say what you will stop doing.')
  expect(first).not.toContain('Previous slide')
  const last = await stranger.get(`/webinars/${slug}?slide=99`)
  expect(last).toContain('alt="Slide 4 of 4: Two champions open every door.')
  expect(last).not.toContain('Next slide')
  const picture = await stranger.request('GET', `/webinars/${slug}/slides/4`)
  expect(picture.headers.get('content-type')).toBe('image/webp')
  for (const page of ['0', '5', '1e3', '-1']) expect((await stranger.request('GET', `/webinars/${slug}/slides/${page}`)).status).toBe(404)

  await ada.post(`/webinars/${slug}/media/slides`, { slides: pdf('%PDF-1.7 and then nothing that is a PDF') })
  await community.work()
  expect(await stranger.get(`/webinars/${slug}`)).not.toContain('Slide 1')
  expect(await stranger.get(champions)).toContain('Nothing was said of')
  expect(await ada.get(`/webinars/${slug}/media`)).toContain('The pages of this PDF cannot be shown')
  expect((await stranger.request('GET', `/webinars/${slug}/slides/1`)).status).toBe(404)

  await ada.post(`/webinars/${slug}/media/slides`, { slides: pdf(withScript) })
  await community.work()
  expect(await stranger.get(`/webinars/${slug}`)).toContain('alt="Slide 1 of 1"')
  await ada.post(`/webinars/${slug}/slides/removal`)
  expect(await community.db.selectFrom('slidePage').selectAll().execute()).toEqual([])
})

test('a PDF that costs more time than it may, or whose pages are no pages, is let be; of very many pages the first are drawn', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-pdf-'))
  const flat = join(folder, 'flat.pdf')
  writeFileSync(flat, withScript.replace('0 0 960 540', '0 0 1000000000 10'))
  expect(await drawPages(flat)).toBeNull()
  rmSync(folder, { recursive: true })
  expect(await drawPages(starter, { pages: 150, time: 1, memory: 1024 ** 3 })).toBeNull()
  expect(await drawPages(starter, { pages: 2, time: 60_000, memory: 1024 ** 3 })).toHaveLength(2)
})
