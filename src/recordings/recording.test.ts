import { expect, test } from 'vitest'
import { newId } from '#database'
import { beginLarge } from '#platform/files'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { useCommunity, type Browser } from '#test'
import { forgetOldUploads } from './upload.actions.ts'

const community = useCommunity()

/** The first bytes of a WebM file, and something after them. */
const webm = (length = 5000) => {
  const bytes = new Uint8Array(length).fill(7)
  bytes.set(Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'))
  return bytes
}
const captions =
  'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ruth Yazzie>We began with one dairy.\n\n00:04.000 --> 00:08.000\n<v Ruth Yazzie>It called back.'

const fileOf = (bytes: Uint8Array<ArrayBuffer> | string, name: string) => new File([bytes], name)

async function begun(browser: Browser, slug: string, { bytes, purpose = 'recording' }: { bytes: number; purpose?: string }) {
  return browser.request('POST', `/webinars/${slug}/uploads`, {
    headers: {
      'upload-length': String(bytes),
      'upload-purpose': purpose,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('../webinar.webm')}`,
    },
  })
}

const sendPiece = (browser: Browser, place: string, body: Uint8Array<ArrayBuffer>, offset: number) =>
  browser.request('PATCH', place, {
    body,
    headers: {
      'content-type': 'application/partial-upload',
      'content-length': String(body.length),
      'upload-offset': String(offset),
      'sec-fetch-site': 'same-origin',
    },
  })

async function offsetOf(browser: Browser, place: string) {
  return Number((await browser.request('HEAD', place)).headers.get('upload-offset'))
}

async function keptRecording(browser: Browser, slug: string, bytes = webm()) {
  const { location } = await begun(browser, slug, { bytes: bytes.length })
  return sendPiece(browser, location ?? '', bytes, 0)
}

const takeCaptions = (browser: Browser, slug: string, text = captions, language = 'en') =>
  browser.post(`/webinars/${slug}/media/captions`, { captions: fileOf(text, 'words.vtt'), language })

test('a recording comes in pieces, is cut, goes on where it was, and is served in parts', async () => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.webinar()
  const whole = webm()
  const { status, location } = await begun(ada, slug, { bytes: whole.length })
  const place = location ?? ''
  expect(status).toBe(201)

  expect((await sendPiece(ada, place, whole.slice(0, 2000), 0)).headers.get('upload-offset')).toBe('2000')
  expect(await offsetOf(ada, place)).toBe(2000)
  // The same piece once more does not double anything: it is told how far it has come.
  const again = await sendPiece(ada, place, whole.slice(0, 2000), 0)
  expect([again.status, again.headers.get('upload-offset')]).toEqual([409, '2000'])
  const last = await sendPiece(ada, place, whole.slice(2000), 2000)
  expect([last.headers.get('upload-complete'), last.location]).toEqual(['?1', `/webinars/${slug}/media`])
  expect((await ada.request('HEAD', place)).status).toBe(404)

  const all = await ada.request('GET', `/webinars/${slug}/recording`)
  expect([all.status, all.headers.get('content-length'), all.headers.get('content-type')]).toEqual([200, '5000', 'video/webm'])
  const part = await ada.request('GET', `/webinars/${slug}/recording`, { headers: { range: 'bytes=100-109' } })
  expect([part.status, part.headers.get('content-range'), part.html.length]).toEqual([206, 'bytes 100-109/5000', 10])
  const beyond = await ada.request('GET', `/webinars/${slug}/recording`, { headers: { range: 'bytes=5000-' } })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */5000'])
  const tag = all.headers.get('etag') ?? ''
  expect((await ada.request('GET', `/webinars/${slug}/recording`, { headers: { 'if-none-match': tag } })).status).toBe(304)
  const stale = await ada.request('GET', `/webinars/${slug}/recording`, { headers: { range: 'bytes=0-1', 'if-range': '"other"' } })
  expect(stale.status).toBe(200)
})

test('readers see a recording once it has captions, or a day is promised for them', async () => {
  const ada = community.as(await community.person('Ada'))
  const stranger = community.stranger()
  const slug = await community.webinar()
  await keptRecording(ada, slug)

  expect(await ada.get(`/webinars/${slug}/media`)).toContain('Readers do not see the recording yet')
  expect((await stranger.request('GET', `/webinars/${slug}/recording`)).status).toBe(404)
  expect(await stranger.get(`/webinars/${slug}`)).not.toContain('<video')
  expect(await stranger.get('/webinars')).not.toContain('Recording')

  expect(await ada.post(`/webinars/${slug}/captions/promise`, { due: '1999-01-01' })).toContain('Choose a day from tomorrow on')
  const soon = community
    .now()
    .add({ hours: 24 * 20 })
    .toString()
    .slice(0, 10)
  expect(await ada.post(`/webinars/${slug}/captions/promise`, { due: soon })).toContain('Stewards are reminded.')
  expect(await stranger.get(`/webinars/${slug}`)).toContain('<video')
  expect((await stranger.request('GET', `/webinars/${slug}/recording`)).status).toBe(200)

  expect(await ada.get('/admin')).not.toContain('were promised by today')
  community.wait({ hours: 24 * 21 })
  expect(await ada.get('/admin')).toContain('were promised by today')
  await takeCaptions(ada, slug)
  expect(await ada.get('/admin')).not.toContain('were promised by today')
  expect(await stranger.get(`/webinars/${slug}`)).toContain(`<track kind="captions"`)
})

test('what was said is read, leads to its moment, and comes as captions and as text', async () => {
  const ada = community.as(await community.person('Ada'))
  const stranger = community.stranger()
  const slug = await community.webinar()
  await takeCaptions(ada, slug)

  const page = await stranger.get(`/webinars/${slug}`)
  expect(page).toContain('We began with one dairy.')
  expect(page).toContain(`href="/webinars/${slug}?at=4#recording"`)
  const track = await stranger.request('GET', `/webinars/${slug}/captions/en.vtt`)
  expect(track.headers.get('content-type')).toBe('text/vtt; charset=utf-8')
  expect(track.html).toContain('00:00:01.000 --> 00:00:04.000\n<v Ruth Yazzie>We began with one dairy.')
  expect(await stranger.get(`/webinars/${slug}/transcript/en`)).toContain('[0:01] Ruth Yazzie: We began with one dairy. It called back.')
  expect((await stranger.request('GET', `/webinars/${slug}/captions/es.vtt`)).status).toBe(404)
  expect((await stranger.request('GET', `/webinars/${slug}/captions/..%2fen.vtt`)).status).toBe(404)
})

test('Ada mends a sentence in place; whoever was slower is told and loses nothing', async () => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.webinar()
  await takeCaptions(ada, slug)
  const edit = `/webinars/${slug}/transcript/en/edit`
  const seen = /name="seen" value="([^"]+)"/.exec(await ada.get(edit))?.[1] ?? ''

  community.wait({ seconds: 1 })
  const mended = await ada.post(edit, { seen, 'said-0': 'We began with two dairies.', 'said-1': '' })
  expect(mended).toContain('We began with two dairies.')
  expect(mended).not.toContain('It called back.')

  const late = await ada.post(edit, { seen, 'said-0': 'We began with three.' })
  expect(late).toContain('Somebody else changed the transcript meanwhile')
  expect(late).toContain('We began with three.')
  expect(await community.stranger().get(`/webinars/${slug}`)).toContain('We began with two dairies.')
})

test('chapters are written one a line; a line that says no moment is named', async () => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.webinar()
  await keptRecording(ada, slug)
  await takeCaptions(ada, slug)

  await ada.post(`/webinars/${slug}/chapters/en`, { chapters: '0:00 Welcome\n12:30 – Three regions tell' })
  const page = await community.stranger().get(`/webinars/${slug}`)
  expect(page).toContain('Three regions tell')
  expect(page).toContain(`?at=750#recording`)
  expect(await ada.post(`/webinars/${slug}/chapters/en`, { chapters: 'Welcome' })).toContain('We cannot read the line “Welcome”')
})

test.each([
  ['a page', '<!doctype html><script>alert(1)</script>', 'recording'],
  ['a picture of lines', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'slides'],
  ['a program', 'MZ\u0090\u0000', 'slides'],
  ['a PDF', '%PDF-1.7\n', 'recording'],
])('%s is not taken, whatever its name says', async (_what, content, purpose) => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.webinar()

  const page = await ada.post(`/webinars/${slug}/media/${purpose}`, { [purpose]: fileOf(content, 'video.mp4') })
  expect(page).toContain('of another kind than its name says')
  expect((await ada.request('GET', `/webinars/${slug}/${purpose}`)).status).toBe(404)
})

test('without script a file comes in one go, and takes the place of the one before', async () => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.webinar()

  await ada.post(`/webinars/${slug}/media/slides`, { slides: fileOf('%PDF-1.7 one', 'one.pdf') })
  await ada.post(`/webinars/${slug}/media/slides`, { slides: fileOf('%PDF-1.7 second', '..\\second.pdf') })
  const slides = await community.stranger().request('GET', `/webinars/${slug}/slides`)
  expect([slides.html, slides.headers.get('content-type')]).toEqual(['%PDF-1.7 second', 'application/pdf'])
  expect(slides.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(await community.stranger().get(`/webinars/${slug}`)).toContain('second.pdf')
  expect(await ada.post(`/webinars/${slug}/media/slides`, {})).toContain('Nothing came.')

  await ada.post(`/webinars/${slug}/slides/removal`)
  expect((await community.stranger().request('GET', `/webinars/${slug}/slides`)).status).toBe(404)
})

test('a file of captions that holds none is refused with what to choose instead', async () => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.webinar()

  expect(await takeCaptions(ada, slug, 'PK\u0003\u0004')).toContain('We found no captions in this file.')
  expect(await ada.post(`/webinars/${slug}/media/captions`, { language: 'en' })).toContain('Choose a file with captions.')
})

test('words in capitals, in older letters and from Windows are read', async () => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.webinar()
  const bytes = Uint8Array.from(Buffer.from('1\r\n00:00:01,000 --> 00:00:02,000\r\nAcci\xf3n y caf\xe9.\r\n', 'latin1'))

  await ada.post(`/webinars/${slug}/media/captions`, { captions: new File([bytes], 'a.srt'), language: 'es' })
  expect(await community.stranger().get(`/webinars/${slug}`)).toContain('Acción y café.')
})

test('what is too large, empty, or nobody’s is refused before anything comes', async () => {
  const ada = community.as(await community.person('Ada'))
  const slug = await community.webinar()

  expect((await begun(ada, slug, { bytes: 9 * 1024 ** 3 })).status).toBe(413)
  expect((await begun(ada, slug, { bytes: 0 })).status).toBe(400)
  expect((await begun(ada, 'no-such-webinar', { bytes: 10 })).status).toBe(404)
  const { location } = await begun(ada, slug, { bytes: 100 })
  expect((await sendPiece(ada, location ?? '', webm().slice(0, 101), 0)).status).toBe(409)
  expect((await sendPiece(ada, location ?? '', webm().slice(0, 50), 50)).status).toBe(409)
})

test('Ben and Chidi keep nothing here, and see no drafts; another steward does not see what Ada is sending', async () => {
  const ada = community.as(await community.person('Ada'))
  const ben = community.as(await community.person('Ben'))
  const draft = await community.webinar({ title: 'Not yet', draft: true })
  await keptRecording(ada, draft)
  await takeCaptions(ada, draft)
  const { location } = await begun(ada, draft, { bytes: 100 })

  for (const browser of [ben, community.stranger()]) {
    for (const path of ['', '/media', '/recording', '/captions/en.vtt', '/transcript/en', '/transcript/en/edit', '/recording/removal'])
      expect((await browser.request('GET', `/webinars/${draft}${path}`)).status, path).toBe(404)
    expect((await begun(browser, draft, { bytes: 10 })).status).toBe(404)
    expect((await browser.request('HEAD', location ?? '')).status).toBe(404)
    expect((await sendPiece(browser, location ?? '', webm().slice(0, 10), 0)).status).toBe(404)
    expect((await browser.request('POST', `/webinars/${draft}/recording/removal`)).status).toBe(404)
  }
})

test('a day after a webinar was removed its recording is gone from the disk, and what is kept is not', async () => {
  const ada = community.as(await community.person('Ada'))
  await keptRecording(ada, await community.webinar())
  const { file: kept } = await community.db.selectFrom('recording').select('file').executeTakeFirstOrThrow()
  // A folder of its own: others keep their files beside those of this community.
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-large-'))
  const removed = newId()
  for (const id of [kept, removed]) await beginLarge(folder, id)
  const files = () => readdirSync(join(folder, 'files', 'large')).toSorted()

  await forgetOldUploads(community.db, folder, Temporal.Now.instant())
  expect(files()).toEqual([kept, removed].toSorted())
  await forgetOldUploads(community.db, folder, Temporal.Now.instant().add({ hours: 25 }))
  expect(files()).toEqual([kept])
  rmSync(folder, { recursive: true })
})
