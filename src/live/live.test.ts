import { beforeEach, expect, test } from 'vitest'
import { useCommunity, type Browser } from '#test'

const community = useCommunity()
const page = '/events/spring-call/live'
const host = `${page}/host`
let ada: Browser
let ben: Browser

beforeEach(async () => {
  await community.event()
  ada = community.as(await community.person('Ada'))
  ben = community.as(await community.person('Ben'))
})

const ask = (question: string, sharing = 'nameless', who = ben) => who.post(page, { question, sharing })
const add = (question: string, sharing = 'nameless') => ada.post(`${page}/items`, { question, sharing })

/** Where the buttons of a question lead, on the hosts' page. */
async function formOf(question: string) {
  const html = await ada.get(host)
  return new RegExp(`aria-label="${question}"[^>]*action="([^"]+)"`).exec(html)?.[1] ?? ''
}
const move = async (question: string, how: string) => ada.post(await formOf(question), { how })
/** The questions that a browser sees, in their order, under the heading that stands over them. */
const seen = (html: string) =>
  [...html.matchAll(/<h([23])[^>]*>([^<]*)<\/h\1>/g)]
    .map(([, , text = '']) => text)
    .filter((text) => /^(Now|Next|Talked about|How|Who|What)\b/.test(text))

test('Ada takes up one question after the other, and everybody sees what is now, next and talked about', async () => {
  for (const question of ['How do we begin?', 'Who pays?', 'What if nobody comes?']) await add(question)
  expect(seen(await ben.get(page))).toEqual(['Now', 'Next', 'How do we begin?', 'Who pays?', 'What if nobody comes?'])

  await ada.post(`${page}/turn`)
  await ada.post(`${page}/turn`)

  const stranger = await community.stranger().get(page)
  expect(stranger.replaceAll(/<[^>]+>/g, '|')).toMatch(
    /Now\|+Who pays\?\|+Begun at 9:00.AM \|+Next\|+What if nobody comes\?\|+Talked about\|+How do we begin\?/,
  )
  await ada.post(`${page}/turn`)
  await ada.post(`${page}/turn`)
  expect(await ben.get(page)).toContain('No question is open just now')
})

test('Ada moves a question up, puts one back, and finishes one', async () => {
  for (const question of ['How do we begin?', 'Who pays?']) await add(question)
  await move('Who pays\\?', 'up')
  await ada.post(`${page}/turn`)
  expect(await ben.get(page)).toMatch(/Now<\/h2>.*Who pays\?.*Next<\/h2>.*How do we begin\?/s)
  await move('Who pays\\?', 'back')
  expect(await ben.get(page)).toContain('No question is open just now')
  await move('How do we begin\\?', 'now')
  await move('How do we begin\\?', 'done')
  expect(await ben.get(page)).toMatch(/Talked about<\/h2>.*How do we begin\?/s)
})

test('what Ben asks from the call is with the hosts until they show it, with his name where he wants that', async () => {
  expect(await ask('Who has a template?', 'named')).toContain('The hosts have your question')
  expect(await ben.get(page)).not.toContain('template')
  expect(await ada.get(host)).toMatch(/Who has a template\?.*Ben.*Not shown yet/s)

  await move('Who has a template\\?', 'show')
  expect(await community.stranger().get(page)).toMatch(/Who has a template\?.*Ben/s)
  await move('Who has a template\\?', 'hide')
  expect(await community.stranger().get(page)).not.toContain('template')
})

test('who asks without a name is nameless to the hosts too', async () => {
  await ask('Who has a template?')
  await move('Who has a template\\?', 'show')
  expect(await community.stranger().get(page)).not.toContain('Ben')
  expect(await ada.get(host)).toContain('Nameless')
})

test('what is only for the hosts is never shown, not even when it is talked about', async () => {
  await ask('How do I tell my board?', 'not-at-all')
  await add('Who calls Ben?', 'not-at-all')
  const where = await formOf('How do I tell my board\\?')
  const refused = await ada.request('POST', where, { fields: { how: 'show' } })
  expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('for the hosts alone')])

  for (let turns = 0; turns < 3; turns++) {
    await ada.post(`${page}/turn`)
    for (const browser of [ben, community.stranger()])
      expect(await browser.get(page)).not.toMatch(/tell my board|Who calls Ben|Talked about|Next/)
  }
})

test('notes stay beside the question, for stewards alone, whatever is in them', async () => {
  await add('How do we begin?')
  await ada.post(`${page}/turn`)
  const notes = /action="([^"]+\/notes)"/.exec(await ada.get(host))?.[1] ?? ''
  await ada.post(notes, { notes: 'Call <b>first</b> 🐝\r\nعربي' })
  expect(await ada.get(host)).toContain('Call &lt;b>first&lt;/b> 🐝\nعربي')
  expect(await ben.get(page)).not.toContain('first')
  expect((await ada.request('POST', notes, { fields: { notes: 'x'.repeat(8001) } })).status).toBe(422)
})

test('to Ben, Chidi and a stranger the hosts’ page is not there, nor are its buttons', async () => {
  await add('How do we begin?')
  const where = await formOf('How do we begin\\?')
  for (const browser of [ben, community.as(await community.person('Chidi')), community.stranger()]) {
    expect((await browser.request('GET', host)).status).toBe(404)
    expect((await browser.request('GET', `${host}/stream`)).status).toBe(404)
    for (const path of [`${page}/turn`, `${page}/items`, where, `${where}/notes`])
      expect((await browser.request('POST', path, { fields: { how: 'done', question: 'x', notes: 'x' } })).status).toBe(404)
  }
  expect((await ada.request('POST', `${page}/items/nobody`, { fields: { how: 'done' } })).status).toBe(404)
  expect((await ada.request('POST', where, { fields: { how: 'explode' } })).status).toBe(404)
})

test('a stranger signs in before asking; an empty or endless question comes back with a sentence', async () => {
  expect((await community.stranger().request('POST', page, { fields: { question: 'Who?' } })).location).toContain('/sign-in')
  for (const question of ['', '  \r\n ', 'x'.repeat(1001)]) {
    const { status, html } = await ben.request('POST', page, { fields: { question, sharing: 'named' } })
    expect(status).toBe(422)
    expect(html).toContain('field-error')
  }
  expect(await ada.get(host)).toContain('No question yet')
})

test('a sharing that nobody offers is kept among the hosts', async () => {
  await ask('Who has a template?', 'everybody!')
  expect(await ada.get(host)).toContain('Only to the hosts')
})

test('a draft’s call is not there for Ben; when a call is over it takes no questions', async () => {
  await community.event({ title: 'Secret call', draft: true })
  expect((await ben.request('GET', '/events/secret-call/live')).status).toBe(404)
  expect((await ben.request('GET', '/events/secret-call/live/stream')).status).toBe(404)
  expect((await ben.request('GET', '/events/nothing/live')).status).toBe(404)
  community.wait({ hours: 24 * 20 })
  const late = await ben.request('POST', page, { fields: { question: 'Who?', sharing: 'named' } })
  expect([late.status, late.html]).toEqual([409, expect.stringContaining('This call is over')])
})

test('Ben finds what he asked in his data, and it goes with him', async () => {
  await ask('Who has a template?', 'not-at-all')
  expect(await ben.get('/me/data')).toContain('Who has a template?')
  await ben.post('/me/leaving')
  expect(await ada.get(host)).not.toContain('template')
})
