import { expect, test } from 'vitest'
import { useCommunity, type Browser } from '#test'
import { ownerLink } from './owner-link.actions.ts'

const community = useCommunity()
const newLink = async () =>
  (await ownerLink(community.db, community.config, community.network, community.now())).replace('https://community.example.org', '')
const isOwner = async (browser: Browser) => (await browser.request('GET', '/admin/people')).status === 200
const owners = () =>
  community.db.selectFrom('membership').innerJoin('person', 'person.id', 'membership.personId').select(['email', 'role']).execute()

test('whoever runs the server gets a link that makes an owner of OWNER_EMAIL, by its button alone', async () => {
  const link = await newLink()
  const browser = community.stranger()
  expect(link).toMatch(/^\/sign-in\/[\w-]+\.[\w-]+$/)
  expect(await browser.get(link)).toContain('This signs you in as ada@example.org, an owner of this community.')
  expect(await owners()).toEqual([])

  expect(await browser.post(link)).toContain('Tell us what to call you')

  expect(await isOwner(browser)).toBe(true)
  expect(await owners()).toEqual([{ email: 'ada@example.org', role: 'owner' }])
  expect(await community.mails('ada@example.org')).toEqual([])
})

test('the change is noted, by nobody’s hand', async () => {
  const ada = await community.person('Ada')
  await community.stranger().post(await newLink())

  expect(await community.db.selectFrom('roleChange').select(['personId', 'changedBy', 'fromRole', 'toRole']).execute()).toEqual([
    { personId: ada.id, changedBy: null, fromRole: 'steward', toRole: 'owner' },
  ])
})

test('it works once, for a day, and a newer one ends it', async () => {
  const first = await newLink()
  const second = await newLink()
  expect((await community.stranger().request('POST', first)).status).toBe(410)

  community.wait({ hours: 23 })
  expect((await community.stranger().request('POST', second)).status).toBe(303)
  expect((await community.stranger().request('POST', second)).status).toBe(410)

  const third = await newLink()
  community.wait({ hours: 24 })
  expect((await community.stranger().request('GET', third)).status).toBe(410)
  expect((await community.stranger().request('POST', third)).status).toBe(410)
})

test('it does not end the codes that were mailed, and no code can be guessed for it', async () => {
  await community.stranger().post('/sign-in', { email: 'ada@example.org' })
  await newLink()
  const [mail] = await community.mails('ada@example.org')
  const code = /\d{3} \d{3}/.exec(mail?.body ?? '')?.[0] ?? ''

  expect((await community.stranger().request('POST', '/sign-in/code', { fields: { email: 'ada@example.org', code: '' } })).status).toBe(422)
  const browser = community.stranger()
  expect((await browser.request('POST', '/sign-in/code', { fields: { email: 'ada@example.org', code } })).status).toBe(303)
  expect(await isOwner(browser)).toBe(false)
})

test('it proves no address: that takes a mail', async () => {
  await community.stranger().post(await newLink())
  expect(await community.db.selectFrom('person').select('emailProvedAt').execute()).toEqual([{ emailProvedAt: null }])
})
