import { beforeEach, expect, test } from 'vitest'
import { useCommunity, type Browser, type TestPerson } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
let ada: Browser
let ben: TestPerson

/** Ben was at the call, which is over; Chidi had a seat and was not. */
beforeEach(async () => {
  await community.event()
  ada = community.as(await community.person('Ada'))
  ben = await community.person('Ben')
  await community.as(ben).post(`${page}/rsvp`)
  await community.as(await community.person('Chidi')).post(`${page}/rsvp`)
  community.wait({ hours: 24 * 14 + 2 })
  await community.as(ben).post(`${page}/call`)
  community.wait({ hours: 2 })
})

const offer = (hours = '1.5') => ada.request('POST', `${page}/certificates`, { fields: { hours } })
const take = async (browser = community.as(ben)) => (await browser.request('POST', `${page}/certificate`)).location ?? ''
const codes = () => community.db.selectFrom('certificate').select('code').execute()

test('Ben takes his certificate, once, and anyone with its code verifies and prints it', async () => {
  await offer()
  expect(await community.as(ben).get(page)).toContain(`href="${page}/certificate"`)
  expect(await community.as(ben).get(`${page}/certificate`)).toContain('Get my certificate')
  expect(await codes()).toEqual([])

  const [address, again] = await Promise.all([take(), take()])
  expect(address).toMatch(/^\/certificates\/[0-9a-hjkmnp-tv-z]{12}$/)
  expect(again).toBe(address)

  const stranger = community.stranger()
  const shown = await stranger.get(address)
  for (const words of [
    'This certificate is genuine.',
    '<dd>Ben</dd>',
    'Spring call',
    'March 18, 2026',
    '1.5 hours',
    'name="robots" content="noindex"',
  ])
    expect(shown).toContain(words)
  const dashed = address
    .replace(/(\w{4})(\w{4})(\w{4})$/, '$1-$2-$3')
    .toUpperCase()
    .replace('/CERTIFICATES/', '/certificates/')
  expect(await stranger.get(dashed)).toContain('This certificate is genuine.')
  const file = await stranger.request('GET', `${address}/certificate.pdf`)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect(file.html.slice(0, 8)).toBe('%PDF-1.7')
})

test('by the link in the mail it is the same, without an account', async () => {
  await offer()
  const link = new URL((await community.mails(ben))[0]?.links.find((href) => href.includes('/rsvp/')) ?? '').pathname
  expect(await community.stranger().get(link)).toContain(`href="${link}/certificate"`)
  expect((await community.stranger().request('POST', `${link}/certificate`)).location).toMatch(/^\/certificates\//)
})

test('who was not there gets none, nor anybody before it is over or where none is given', async () => {
  expect((await community.as(ben).request('GET', `${page}/certificate`)).status).toBe(404)
  await offer()
  const chidi = community.as(await community.person('Chidi'))
  const refused = await chidi.request('POST', `${page}/certificate`)
  expect([refused.status, refused.html.includes('It is not noted that you were there.')]).toEqual([409, true])
  expect((await community.stranger().request('POST', `${page}/certificate`)).location).toContain('/sign-in')

  await community.db
    .updateTable('event')
    .set({ endsAt: community.now().add({ hours: 1 }) })
    .execute()
  expect((await community.as(ben).request('POST', `${page}/certificate`)).status).toBe(409)
  expect(await codes()).toEqual([])
})

test('who gave no name is asked for it: an address never stands where anyone with the code reads it', async () => {
  await offer()
  await community.db.updateTable('person').set({ firstName: '', lastName: '' }).where('email', '=', 'ben@example.org').execute()
  const refused = await community.as(ben).request('POST', `${page}/certificate`)
  expect([refused.status, refused.html.includes('A certificate needs your name.')]).toEqual([409, true])
  expect(await codes()).toEqual([])
})

test('one is taken back with a reason, which whoever verifies it reads; it prints no more', async () => {
  await offer()
  const address = await take()
  const code = address.split('/').at(-1) ?? ''
  expect(await ada.get(`${page}/certificates`)).toContain('>Ben</th>')
  await ada.post(`${page}/certificates/${code}/withdrawal`, { reason: 'It was another Ben.' })

  const shown = await community.stranger().get(address)
  expect(shown).toContain('does not hold any more')
  expect(shown).toContain('It was another Ben.')
  expect((await community.stranger().request('GET', `${address}/certificate.pdf`)).status).toBe(404)
  expect(await take()).toBe(address)
})

test('it is in my data; who leaves takes the name along, and the code says so', async () => {
  await offer()
  const address = await take()
  expect(await community.as(ben).get('/me/data.json')).toContain(address.split('/').at(-1))
  await community.as(ben).post('/me/leaving')

  const shown = await community.stranger().get(address)
  expect(shown).toContain('their name is no longer kept')
  expect(shown).not.toContain('<dd>Ben</dd>')
})

test('stewards alone offer certificates and take them back; odd hours and guessed codes are refused', async () => {
  for (const hours of ['-1', '41', 'one', '0', '1e3']) expect((await offer(hours)).status).toBe(422)
  await offer('2')
  const code = (await take()).split('/').at(-1) ?? ''
  for (const browser of [community.stranger(), community.as(ben)]) {
    expect((await browser.request('GET', `${page}/certificates`)).status).toBe(404)
    expect((await browser.request('POST', `${page}/certificates`, { fields: { hours: '9' } })).status).toBe(404)
    expect((await browser.request('POST', `${page}/certificates/${code}/withdrawal`)).status).toBe(404)
  }
  for (const guess of ['0'.repeat(12), 'x', '%00', "';--"])
    expect((await community.stranger().request('GET', `/certificates/${encodeURIComponent(guess)}`)).status).toBe(404)
})
