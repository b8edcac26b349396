import { expect, test } from 'vitest'
import { transaction } from '#database'
import { leave } from '#mailing'
import { markBounced, noteComplaint } from '#suppressions'
import { useCommunity } from '#test'

const community = useCommunity()
const path = '/admin/lists/monthly-update/people/new'
const paper = {
  email: 'dana@example.net',
  firstName: 'Dana',
  language: 'en',
  place: 'Spring gathering, Lincoln',
  givenOn: '2026-03-01',
  wording: 'Yes, send me the monthly update.',
}
const ada = async () => community.as(await community.person('Ada'))
const readers = async () => (await community.db.selectFrom('reader').select('email').orderBy('email').execute()).map(({ email }) => email)

test('Ada adds Dana, who signed on paper; Dana is told, and leaves with one click', async () => {
  const page = await ada()
  expect(await page.get(path)).toContain('Once a month: what is coming up')
  expect(await page.post(path, paper)).toContain('They are on the list, and told by mail.')
  expect(await readers()).toEqual(['dana@example.net'])
  expect(await community.db.selectFrom('consent').select(['kind', 'wording', 'source', 'handId']).execute()).toMatchObject([
    { kind: 'given', wording: 'Yes, send me the monthly update.', source: 'on paper, Spring gathering, Lincoln' },
  ])
  const [mail] = await community.mails('dana@example.net')
  expect(mail?.subject).toBe('You are on the list Monthly update')
  expect(mail?.body).toContain('March 1, 2026')
  const leaving = mail?.links.find((link) => link.includes('/unsubscribe/')) ?? ''
  await community.stranger().post(new URL(leaving).pathname)
  expect(await readers()).toEqual([])
})

test('paper does not bring back who left since, nor an address that bounced, complained or was forgotten', async () => {
  const page = await ada()
  const [ben, chidi, dana] = [await community.person('Ben'), await community.person('Chidi'), await community.person('Dana')]
  await community.reader(ben)
  const add = async (email: string, givenOn = '2026-03-01') =>
    (await page.request('POST', path, { fields: { ...paper, email, givenOn } })).html
  expect(await add(ben.email)).toContain('They are on the list already.')
  await leave(community.db, { network: community.network, person: ben, lists: 'all', wording: 'x', source: 'a test' }, community.now())
  expect(await add(ben.email)).toContain('They left the list on that day or later.')
  expect(await add(ben.email, '2026-03-04')).toContain('They left the list on that day or later.')
  await markBounced(community.db, chidi.email, '550', community.now())
  expect(await add(chidi.email)).toContain('Mail to this address came back.')
  await transaction(community.db, (tx) =>
    noteComplaint(tx, { mailId: null, networkId: community.network.id, address: dana.email, detail: 'abuse' }, community.now()),
  )
  expect(await add(dana.email)).toContain('reported as unwanted')
  expect(await readers()).toEqual([])
  expect(await community.mailTo(ben)).toEqual([])
  community.wait({ hours: 48 })
  await add(ben.email, '2026-03-06')
  expect(await readers()).toEqual([ben.email])
})

test('what is missing or odd comes back with a sentence, and what was typed', async () => {
  const page = await ada()
  const slip = async (fields: Record<string, string>) => {
    const { status, html } = await page.request('POST', path, { fields: { ...paper, ...fields } })
    expect([status, html.includes('value="Dana"')]).toEqual([422, true])
    return html
  }
  expect(await slip({ givenOn: '2026-03-05' })).toContain('This day has not come yet.')
  expect(await slip({ givenOn: 'yesterday' })).toContain('Enter the day as year-month-day')
  expect(await slip({ wording: ' ' })).toContain('Write what they agreed to.')
  expect(await slip({ place: '' })).toContain('Fill this in.')
  expect(await slip({ email: 'dana@example.net\r\nBcc: all@example.net' })).toContain('like name@example.org.')
  await page.post(path, { ...paper, place: 'Lincoln\r\nBcc: all@example.net <script>' })
  const [mail] = await community.mails('dana@example.net')
  expect(mail?.body).not.toContain('<script>')
})
