import { expect, test } from 'vitest'
import { transaction } from '#database'
import { useCommunity } from '#test'
import { hashOfAddress } from './suppression-hash.ts'
import { markBounced, noteComplaint } from './suppression.actions.ts'
import { saveSuppression } from './suppression.data.ts'

const community = useCommunity()

const owner = async () => community.as(await community.person('Olga', { role: 'owner' }))
const ada = async () => community.as(await community.person('Ada'))
const complain = (address: string) =>
  transaction(community.db, (tx) =>
    noteComplaint(tx, { mailId: null, networkId: community.network.id, address, detail: 'mail.example.net: abuse' }, community.now()),
  )
const pathOf = async () => `/admin/suppressions/${(await community.db.selectFrom('suppression').select('id').executeTakeFirstOrThrow()).id}`

test('a steward finds an address, reads why it gets no mail in plain words, and undoes it with a reason that is kept', async () => {
  const steward = await ada()
  await markBounced(community.db, 'ben@example.org', '550 5.1.1 <ben@example.org>: no such user', community.now())
  await markBounced(community.db, 'chidi@example.com', '550 5.1.1 gone', community.now())

  const found = await steward.get('/admin/suppressions?q=BEN%40')
  expect(found).toContain('ben@example.org')
  expect(found).not.toContain('chidi@example.com')
  const path = /href="(\/admin\/suppressions\/[0-9a-f-]{36})"/.exec(found)?.[1] ?? ''
  const page = await steward.get(path)
  expect(page).toContain('said that it takes no mail')
  expect(page).toContain('550 5.1.1 &lt;ben@example.org>: no such user')
  expect(page).toContain('March 4, 2026')

  expect((await steward.request('POST', `${path}/end`, { fields: { because: ' ' } })).status).toBe(422)
  community.wait({ hours: 24 })
  expect(await steward.post(`${path}/end`, { because: 'Ben called: it works again <b>' })).toMatch(
    /Undone[\s\S]*Ada[\s\S]*it works again &lt;b>[\s\S]*This is over/,
  )
  expect(await steward.get(path)).toMatch(/March 5, 2026[\s\S]*Ada[\s\S]*it works again &lt;b>/)
  expect(await steward.get('/admin/suppressions')).not.toContain('ben@example.org')
  expect((await steward.request('POST', `${path}/end`, { fields: { because: 'again' } })).status).toBe(409)
})

test('what bounces again after it was undone is noted anew, and tells of the time before', async () => {
  const steward = await ada()
  await markBounced(community.db, 'ben@example.org', '550 first', community.now())
  await steward.post(`${await pathOf()}/end`, { because: 'A slip of their server' })
  await markBounced(community.db, 'ben@example.org', '550 second', community.now())

  const list = await steward.get('/admin/suppressions')
  const path = /href="(\/admin\/suppressions\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
  const page = await steward.get(path)
  expect(page).toContain('550 second')
  expect(page).toContain('What else is known of this address')
  expect(page).toContain('A slip of their server')
})

test('a steward adds an address by hand, with a reason; its reader gets nothing more', async () => {
  const steward = await ada()
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  const readers = () => community.db.selectFrom('reader').select('email').where('listId', '=', list.id).execute()

  const wrong = await steward.request('POST', '/admin/suppressions', { fields: { email: 'ben at example', because: '' } })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="ben at example"')
  expect(await readers()).toHaveLength(1)
  expect(await steward.post('/admin/suppressions', { email: 'Ben@Example.org', because: 'Asked by phone' })).toContain(
    'The address is added.',
  )
  expect(await readers()).toHaveLength(0)
  expect(await steward.get(await pathOf())).toMatch(/Asked by phone[\s\S]*Ada/)
  const again = await steward.request('POST', '/admin/suppressions', { fields: { email: 'ben@example.org', because: 'Twice' } })
  expect([again.status, again.html.includes('added already')]).toEqual([422, true])
})

test('a complaint is seen at the desk, and undone by the owner alone', async () => {
  const steward = await ada()
  await complain('ben@example.org')
  const page = await steward.get(await pathOf())
  expect(page).toContain('reported one of our mails as unwanted')
  expect(page).toContain('mail.example.net: abuse')
  expect(page).not.toContain('name="because"')
  expect((await steward.request('POST', `${await pathOf()}/end`, { fields: { because: 'please' } })).status).toBe(404)

  expect(await (await owner()).post(`${await pathOf()}/end`, { because: 'Ben asked by letter' })).toContain('This is over')
})

test('of people who were forgotten only their number is told', async () => {
  const steward = await ada()
  const addressHash = hashOfAddress(community.network.secret, 'ben@example.org')
  const erased = { networkId: community.network.id, address: null, addressHash, reason: 'erased' as const, detail: '' }
  await saveSuppression(community.db, erased, community.now())

  const list = await steward.get('/admin/suppressions')
  expect(list).toContain('1 person asked to be forgotten')
  expect(list).not.toContain(await pathOf())
  expect((await steward.request('GET', await pathOf())).status).toBe(404)
  expect((await steward.request('POST', `${await pathOf()}/end`, { fields: { because: 'x' } })).status).toBe(404)
})

test('a long list goes on page by page, without leaving one out', async () => {
  const steward = await ada()
  for (let at = 1; at <= 53; at++) await markBounced(community.db, `reader${at}@example.org`, '', community.now())
  const first = await steward.get('/admin/suppressions?q=100%25')
  expect(first).toContain('No address is found by that.')
  const page = await steward.get('/admin/suppressions?reason=bounced')
  const next = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await steward.get(next)
  const found = [...`${page}${second}`.matchAll(/>(reader\d+)@example\.org</g)].map(([, name]) => name)
  expect([found.length, new Set(found).size, found[0]]).toEqual([53, 53, 'reader53'])
})

test('to strangers and members none of it is there, and nonsense finds nothing', async () => {
  await markBounced(community.db, 'ben@example.org', '', community.now())
  const path = await pathOf()
  const browsers = [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Chidi'))]
  for (const browser of browsers) {
    for (const page of ['/admin/suppressions', '/admin/suppressions/new', '/admin/suppressions/blocked', path])
      expect((await browser.request('GET', page)).status).toBe(404)
    for (const [to, form] of [
      ['/admin/suppressions', { email: 'x@example.org', because: 'x' }],
      [`${path}/end`, { because: 'x' }],
    ] as const)
      expect((await browser.request('POST', to, { fields: form })).status).toBe(404)
  }
  const steward = await ada()
  for (const id of ['nonsense', crypto.randomUUID()]) expect((await steward.request('GET', `/admin/suppressions/${id}`)).status).toBe(404)
  expect(await steward.get('/admin/suppressions?before=x&reason=erased&q=%00')).toContain('ben@example.org')
})

test('stewards who read Spanish read it in Spanish', async () => {
  const steward = community.as(await community.person('Ada', { language: 'es' }))
  await complain('ben@example.org')
  expect(await steward.get('/admin/suppressions')).toContain('Direcciones que no reciben correo')
  expect(await steward.get(await pathOf())).toContain('marcó uno de nuestros correos como no deseado')
})
