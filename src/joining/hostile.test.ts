import { expect, test } from 'vitest'
import { preferencesLink } from '#mailing'
import { findPersonByEmail } from '#people'
import { useCommunity } from '#test'

const community = useCommunity()
const choice = { 'list-monthly-update': 'yes' }
const join = (fields: Record<string, string | string[]>) =>
  community.stranger().request('POST', '/join', { fields: { ...choice, ...fields } })

test.each([
  ['bücher@example.org', 'a local part that is not ASCII'],
  ['"quoted part"@example.org', 'quotes'],
  ['ben@example.org\r\nBcc: everyone@example.org', 'a line break'],
  ['ben@example.org\nX: y', 'a line feed'],
  ['ben@example.org,ada@example.org', 'two addresses'],
  ['Ben <ben@example.org>', 'a name'],
  ['ben@[127.0.0.1]', 'an address literal'],
  ['ben@localhost', 'no domain'],
  ['ben', 'no at sign'],
  ['', 'nothing'],
  [`${'x'.repeat(308)}@example.org`, '320 characters'],
  [`${'x'.repeat(65)}@example.org`, 'a local part of 65'],
  ['ben\0@example.org', 'a null character'],
  ['ben@exam\u202Eple.org', 'a change of direction'],
])('%j is no address we mail to: %s', async (email) => {
  const page = await join({ email, firstName: 'Kept' })
  expect(page.status).toBe(422)
  expect(page.html).toContain('like name@example.org.')
  expect(page.html).toContain('value="Kept"')
  expect(await community.db.selectFrom('mail').select('id').execute()).toEqual([])
})

test.each([
  ['Ben+News@Example.ORG', 'ben+news@example.org'],
  ["o'brien@example.org", "o'brien@example.org"],
  ['dana@bücher.example', 'dana@xn--bcher-kva.example'],
  [`${'x'.repeat(64)}@example.org`, `${'x'.repeat(64)}@example.org`],
])('%j is kept as %s', async (email, kept) => {
  expect((await join({ email })).status).toBe(303)
  expect(await community.mailTo(kept)).toHaveLength(1)
})

const names = [
  '👩‍🌾 Dana',
  'مرحبا دانا',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("https://evil.example")',
  '{{network}} $t(x)',
  "Robert'); drop table person;--",
  'e\u0301lise',
]

test.each(names)('a name may be %j, and is shown as written', async (firstName) => {
  await join({ email: 'dana@example.org', firstName })
  const [mail] = await community.mails('dana@example.org')
  const preferences = await community.stranger().post(new URL(mail?.links[0] ?? '').pathname)
  expect((await findPersonByEmail(community.db, 'dana@example.org'))?.firstName).toBe(firstName.normalize('NFC'))
  expect(preferences).not.toMatch(/<script>alert|<img src=x/)
})

test('a megabyte of name is refused, and so is one of 81 characters', async () => {
  expect((await join({ email: 'dana@example.org', firstName: 'x'.repeat(1_048_576) })).status).toBe(413)
  const page = await join({ email: 'dana@example.org', firstName: 'x'.repeat(81) })
  expect([page.status, page.html.includes('This is too long. Shorten it.')]).toEqual([422, true])
})

test('fields sent twice, fields nobody asked for, and lists that are not there do no harm', async () => {
  expect((await join({ email: ['dana@example.org', 'ben@example.org'] })).status).toBe(422)
  expect(
    (await join({ email: 'dana@example.org', 'list-nowhere': 'yes', personId: 'x', emailProvedAt: 'now', source: 'the owner' })).status,
  ).toBe(303)
  expect(await community.db.selectFrom('consent').select('source').execute()).toEqual([{ source: 'join page' }])
  expect(await findPersonByEmail(community.db, 'dana@example.org')).toMatchObject({ emailProvedAt: null, firstName: '' })
})

test('two people on one address are one reader; the second changes nothing of the first', async () => {
  for (const firstName of ['Ruth', 'Thomas']) {
    await join({ email: 'office@example.org', firstName })
    const link = (await community.mails('office@example.org')).at(-1)?.links[0] ?? ''
    await community.stranger().post(new URL(link).pathname)
  }
  expect(await community.mailTo('office@example.org')).toEqual(['Please confirm: Monthly update', 'You are on the mailing list already'])
  expect(await findPersonByEmail(community.db, 'office@example.org')).toMatchObject({ firstName: 'Ruth' })
})

test('a page by a signed link is kept by nobody and found by no search engine', async () => {
  const ben = await community.person('Ben')
  const page = await community
    .stranger()
    .request('GET', new URL(preferencesLink({ network: community.network, baseUrl: community.config.baseUrl }, ben.id)).pathname)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.html).toContain('<meta name="robots" content="noindex"')
})
