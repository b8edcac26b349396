import { expect, test } from 'vitest'
import { useCommunity, type NewEvent } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
const asks = (rsvpEmail: string, more: Record<string, string> = {}) =>
  community.stranger().request('POST', `${page}/rsvp`, { fields: { rsvpEmail, ...more } })

/** The path of the link in the latest mail to this address. */
async function linkTo(address: string) {
  const link = (await community.mails(address)).at(-1)?.links.find((href) => href.includes('/rsvp/'))
  return new URL(link ?? 'https://community.example.org/no-link').pathname
}
const mailsInAll = async () => (await community.db.selectFrom('mail').selectAll().execute()).length
const rsvps = () => community.db.selectFrom('rsvp').select(['answer']).execute()

const now = Temporal.Instant.from('2026-03-04T15:00:00Z')
const later = (hours: number) => now.add({ hours })

test.each<[string, NewEvent, string]>([
  ['RSVP opens tomorrow', { rsvpOpensAt: later(24) }, 'RSVP is not open yet.'],
  ['RSVP closed an hour ago', { rsvpClosesAt: later(-1) }, 'RSVP has closed.'],
  ['RSVP closes this very moment', { rsvpClosesAt: now }, 'RSVP has closed.'],
  ['it begins this very moment', { startsAt: now }, 'This gathering has begun, so RSVP is closed.'],
  ['it is over', { startsAt: later(-2) }, 'This gathering is over.'],
  ['it has no date', { open: true }, 'The date is not set yet.'],
])('when %s, Ben, a stranger and an old link are told so, and nothing is kept', async (_, facts, sentence) => {
  await community.event(facts)
  const ben = community.as(await community.person('Ben'))

  for (const answer of [await ben.request('POST', `${page}/rsvp`, { fields: {} }), await asks('nora@example.org')]) {
    expect(answer.status).toBe(409)
    expect(answer.html).toContain(sentence)
  }
  expect(await ben.get(page)).toContain(sentence)
  expect(await rsvps()).toEqual([])
  expect(await mailsInAll()).toBe(0)
})

test('what was called off takes nobody; a link from before says so', async () => {
  await community.event()
  await asks('nora@example.org')
  const link = await linkTo('nora@example.org')
  await community.as(await community.person('Ada')).post(`${page}/cancellation`, { reason: 'Snow.' })

  const called = 'This gathering has been called off, so there is nothing to come to.'
  for (const answer of [await asks('eve@example.org'), await community.stranger().request('POST', link, { fields: {} })]) {
    expect(answer.status).toBe(409)
    expect(answer.html).toContain(called)
  }
  expect(await rsvps()).toEqual([])
})

test('a link that arrives after the last seat has gone leads to the waiting list, and says so before', async () => {
  await community.event({ seats: 1 })
  await asks('nora@example.org')
  await community.as(await community.person('Ben')).post(`${page}/rsvp`)
  const link = await linkTo('nora@example.org')

  expect(await community.stranger().get(link)).toContain('All seats are taken.')
  expect(await community.stranger().post(link)).toContain('You are on the waiting list')
})

test('links that are altered, made up or made for something else lead nowhere', async () => {
  await community.event()
  await asks('nora@example.org')
  const link = await linkTo('nora@example.org')
  const token = link.replace('/rsvp/', '')

  for (const path of [
    '/rsvp/x',
    `/rsvp/${token}x`,
    `/rsvp/${token.slice(0, -2)}`,
    `/rsvp/a${token.slice(1)}`,
    `/interest/${token}`,
    `/preferences/${token}`,
  ])
    for (const method of ['GET', 'POST']) expect([path, (await community.stranger().request(method, path)).status]).toEqual([path, 404])
  expect(await rsvps()).toEqual([])
})

test('opening a link seats nobody; pressing its button twice gives one seat and one mail', async () => {
  await community.event({ seats: 5 })
  await asks('nora@example.org')
  const link = await linkTo('nora@example.org')
  await community.stranger().get(link)
  expect(await rsvps()).toEqual([])

  for (const _ of [1, 2]) expect(await community.stranger().post(link)).toContain('You are coming')
  expect(await community.mailTo('nora@example.org')).toEqual(['Please confirm your RSVP: Spring call', 'You are coming: Spring call'])
  expect(await rsvps()).toHaveLength(1)
})

test('two people at one address have one seat, and whoever looks is told kindly', async () => {
  await community.event()
  await asks('office@example.org', { rsvpName: 'Nora' })
  const link = await linkTo('office@example.org')
  await community.stranger().post(link, { name: 'Nora' })
  community.wait({ hours: 2 })
  expect((await asks('office@example.org', { rsvpName: 'Omar', question: 'May I come too?' })).location).toContain('done=asked')

  expect(await linkTo('office@example.org')).toBe(link)
  const mine = await community.stranger().get(link)
  expect(mine).toContain('one address holds one seat')
  expect(await rsvps()).toHaveLength(1)
  expect(await community.as(await community.person('Ada')).get(`${page}/attendees`)).not.toContain('Omar')
})

test('whether an address is known does not show, and what is known of Ben is not written over', async () => {
  await community.event()
  const ben = await community.person('Ben')
  const pages = [await asks('nobody@example.org', { rsvpName: 'X' }), await asks(ben.email, { rsvpName: 'Not Ben' })]

  expect(pages[0]?.location).toBe(pages[1]?.location)
  await community.stranger().post(await linkTo(ben.email), { name: 'Not Ben' })
  expect(await community.as(await community.person('Ada')).get(`${page}/attendees`)).not.toContain('Not Ben')
})

test('the first mail carries no word that was typed', async () => {
  await community.event()
  const advert = 'Buy gold at https://gold.example'
  await asks('nora@example.org', { rsvpName: advert, question: advert, rsvpTimeZone: 'Asia/Tokyo' })

  expect(JSON.stringify(await community.mails('nora@example.org'))).not.toMatch(/gold|Tokyo|Japan/)
})

test('a robot that fills in the hidden field is thanked, and nothing is sent', async () => {
  await community.event()
  expect((await asks('nora@example.org', { website: 'https://gold.example' })).location).toContain('done=asked')
  expect(await mailsInAll()).toBe(0)
})

test('an address gets six mails an hour at most, while the answer stays the same', async () => {
  await community.event()
  for (let n = 0; n < 9; n++) expect((await asks('nora@example.org')).location).toContain('done=asked')
  expect(await community.mailTo('nora@example.org')).toHaveLength(6)

  community.wait({ hours: 2 })
  await asks('nora@example.org')
  expect(await community.mailTo('nora@example.org')).toHaveLength(7)
})

test('two hundred addresses an hour from one network; then a sentence, and what was typed stays', async () => {
  await community.event()
  for (let n = 0; n < 200; n++) await asks(`guest-${n}@example.org`)
  const refused = await asks('nora@example.org', { rsvpName: 'Nora' })

  expect(refused.status).toBe(429)
  expect(refused.html).toContain('Very many people have answered from your network just now.')
  expect(refused.html).toContain('value="nora@example.org"')
  expect(await community.mailTo('nora@example.org')).toEqual([])
  expect(await community.as(await community.person('Ben')).post(`${page}/rsvp`)).toContain('You are coming')
})

test('whoever changes the answer more than forty times is asked to write', async () => {
  await community.event()
  const ben = community.as(await community.person('Ben'))
  for (let n = 0; n < 21; n++) for (const answer of ['rsvp', 'regret']) await ben.request('POST', `${page}/${answer}`, { fields: {} })
  const refused = await ben.request('POST', `${page}/rsvp`, { fields: {} })

  expect(refused.status).toBe(429)
  expect(refused.html).toContain('You have changed your answer very often.')
})

test('Ben, who comes to what was called off, reads that there is nothing to give back, not that it has begun', async () => {
  await community.event()
  const ben = community.as(await community.person('Ben'))
  await ben.post(`${page}/rsvp`)
  await community.as(await community.person('Ada')).post(`${page}/cancellation`, { reason: '' })
  const refused = await ben.request('POST', `${page}/regret`, { fields: {} })

  expect(refused.status).toBe(409)
  expect(refused.html).toContain('This gathering has been called off')
  expect(refused.html).not.toContain('It has begun')
})
