import { expect, test } from 'vitest'
import { sign } from '#platform/http'
import { useCommunity, type TestPerson } from '#test'
import { beginSession } from './session.actions.ts'

const community = useCommunity()
const newAddress = 'ben@new.example.org'

async function askToMove(ben: TestPerson, email = newAddress) {
  await community.as(ben).post('/me/address', { email })
  const mail = (await community.mails(email)).at(-1)
  return { mail, code: /\b\d{3} \d{3}\b/.exec(mail?.body ?? '')?.[0] ?? '' }
}
const enter = (ben: TestPerson, code: string, email = newAddress) =>
  community.as(ben).request('POST', '/me/address/code', { fields: { email, code } })
const addressOf = async (ben: TestPerson) =>
  (await community.db.selectFrom('person').select('email').where('id', '=', ben.id).executeTakeFirstOrThrow()).email

test('Ben proves his new address; it takes over, the old one is told, his other sessions end', async () => {
  const ben = await community.person('Ben')
  const elsewhere = await beginSession(community.db, ben.id, '', community.now())
  const { code, mail } = await askToMove(ben)
  expect(await addressOf(ben)).toBe('ben@example.org')
  expect(mail?.subject).toBe('Your code for Prairie Network')
  expect(await community.as(ben).get('/me/address/code')).toContain('A code is on its way to ben@new.example.org.')

  expect(await community.as(ben).post('/me/address/code', { email: newAddress, code })).toContain('Your new address is in use.')

  expect(await addressOf(ben)).toBe(newAddress)
  expect(await community.mailTo('ben@example.org')).toEqual(['Your address was changed'])
  expect((await community.mails('ben@example.org'))[0]?.body).not.toContain(newAddress)
  expect((await community.stranger().request('GET', '/me', { headers: { cookie: `__Host-session=${elsewhere}` } })).status).toBe(303)
  expect(await community.as(ben).get('/me')).toContain(newAddress)
})

test('wrong, ended and used codes change nothing', async () => {
  const ben = await community.person('Ben')
  const { code } = await askToMove(ben)
  expect((await enter(ben, code === '000 000' ? '000 001' : '000 000')).html).toContain('You have 4 tries left.')
  community.wait({ minutes: 15 })
  expect((await enter(ben, code)).html).toContain('does not work any more')
  expect((await enter(ben, code, 'else@new.example.org')).status).toBe(422)

  expect(await addressOf(ben)).toBe('ben@example.org')
})

test('Ben’s code moves nobody but Ben, and signs nobody in', async () => {
  const ben = await community.person('Ben')
  const chidi = await community.person('Chidi')
  const { code } = await askToMove(ben)

  expect((await enter(chidi, code)).status).toBe(422)
  const stranger = community.stranger()
  expect((await stranger.request('POST', '/sign-in/code', { fields: { email: newAddress, code } })).status).toBe(422)
  expect(await addressOf(chidi)).toBe('chidi@example.org')
})

test('no link comes with it, and none made of it would open anything', async () => {
  const ben = await community.person('Ben')
  const { mail } = await askToMove(ben)
  const row = await community.db.selectFrom('signInCode').select('id').where('kind', '=', 'address').executeTakeFirstOrThrow()
  const link = `/sign-in/${sign(community.network.secret, 'sign-in', row.id)}`

  expect(mail?.links).toEqual([])
  for (const method of ['GET', 'POST']) expect((await community.stranger().request(method, link)).status).toBeGreaterThanOrEqual(404)
  expect(await community.db.selectFrom('person').select('email').where('email', '=', newAddress).execute()).toEqual([])
})

test('a mailed sign-in code does not move an address', async () => {
  const ben = await community.person('Ben')
  await community.stranger().post('/sign-in', { email: newAddress })
  const code = /\d{3} \d{3}/.exec((await community.mails(newAddress))[0]?.body ?? '')?.[0] ?? ''

  expect((await enter(ben, code)).status).toBe(422)
})

test('whether an address is somebody’s is told only to who proves it', async () => {
  const ben = await community.person('Ben')
  await community.person('Chidi')
  const free = await community.as(ben).request('POST', '/me/address', { fields: { email: 'free@example.org' } })
  const taken = await community.as(ben).request('POST', '/me/address', { fields: { email: 'chidi@example.org' } })
  expect([taken.status, taken.location, taken.html]).toEqual([free.status, free.location, free.html])

  const code = /\d{3} \d{3}/.exec((await community.mails('chidi@example.org'))[0]?.body ?? '')?.[0] ?? ''
  const answer = await enter(ben, code, 'chidi@example.org')
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('Somebody here has this address already')
  expect(await addressOf(ben)).toBe('ben@example.org')
})

test('an address that is none, or his own, is refused', async () => {
  const ben = await community.person('Ben')
  for (const email of ['', 'nobody', 'a@b@c', 'ben@example.org', 'BEN@example.org'])
    expect((await community.as(ben).request('POST', '/me/address', { fields: { email } })).status, email).toBe(422)
  expect(await community.db.selectFrom('mail').select('id').execute()).toEqual([])
})

test('one address gets five mails an hour, whoever asks', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  for (let time = 0; time < 4; time++) {
    await community.as(ben).post('/me/address', { email: 'victim@example.org' })
    await community.as(chidi).post('/me/address', { email: 'victim@example.org' })
  }
  expect(await community.mailTo('victim@example.org')).toHaveLength(5)
})

test('strangers are asked to sign in', async () => {
  for (const [method, path] of [
    ['GET', '/me/address'],
    ['POST', '/me/address'],
    ['GET', '/me/address/code'],
    ['POST', '/me/address/code'],
  ] as const)
    expect(
      (await community.stranger().request(method, path, method === 'POST' ? { fields: { email: newAddress, code: '1' } } : {})).location,
    ).toMatch(/^\/sign-in\?next=/)
})
