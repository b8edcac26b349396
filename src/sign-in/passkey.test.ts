import { describe, expect, test } from 'vitest'
import { newAuthenticator, useCommunity, type Browser, type TestPerson } from '#test'
import { mayUsePasskeys, newChallenge, readChallenge } from './passkey.rules.ts'

const community = useCommunity()
const origin = 'https://community.example.org'

type Authenticator = ReturnType<typeof newAuthenticator>
type Deceit = Parameters<Authenticator['use']>[1]

const optionsToAdd = async (person: TestPerson) =>
  JSON.parse((await community.as(person).request('POST', '/me/passkeys/options')).html) as Parameters<Authenticator['make']>[0]
const optionsToUse = async (browser = community.stranger()) =>
  JSON.parse((await browser.request('POST', '/sign-in/passkey/options')).html) as Parameters<Authenticator['use']>[0]

async function add(person: TestPerson, device = newAuthenticator(origin), deceit: Deceit = {}) {
  const answer = device.make(await optionsToAdd(person), deceit)
  return { device, answer, page: await community.as(person).request('POST', '/me/passkeys', { fields: { answer, name: 'My laptop' } }) }
}
async function use(device: Authenticator, deceit: Deceit = {}, browser = community.stranger()) {
  const answer = device.use(await optionsToUse(browser), deceit)
  return { browser, answer, page: await browser.request('POST', '/sign-in/passkey', { fields: { answer, next: '/me/passkeys' } }) }
}
const isIn = async (browser: Browser) => (await browser.request('GET', '/me')).status === 200
const passkeys = () => community.db.selectFrom('passkey').selectAll().execute()

describe('adding', () => {
  test('Ben adds a passkey, sees it, is told by mail, and signs in with it', async () => {
    const ben = await community.person('Ben')
    const { device, page } = await add(ben)
    expect(page.location).toBe('/me/passkeys?done=added')
    const list = await community.as(ben).get('/me/passkeys?done=added')
    expect(list).toContain('My laptop')
    expect(list).toContain('not used yet')
    expect(await community.mailTo(ben)).toEqual(['A passkey was added'])

    const { browser, page: door } = await use(device)

    expect(door.location).toBe('/me/passkeys')
    expect(await browser.get('/me/passkeys')).toContain('last used on Wednesday, March 4, 2026')
  })

  test('a device that holds one already is asked to leave it at that', async () => {
    const ben = await community.person('Ben')
    const { device } = await add(ben)

    expect(await optionsToAdd(ben)).toMatchObject({
      excludeCredentials: [{ id: device.id }],
      rp: { id: 'community.example.org', name: 'Prairie Network' },
      user: { name: 'ben@example.org' },
      authenticatorSelection: { residentKey: 'required' },
    })
    expect((await add(ben, device)).page.status).toBe(422)
    expect(await passkeys()).toHaveLength(1)
  })

  test('Chidi cannot make Ben’s passkey his own', async () => {
    const { device } = await add(await community.person('Ben'))

    expect((await add(await community.person('Chidi'), device)).page.status).toBe(422)
    expect(await passkeys()).toHaveLength(1)
  })

  test('one made for another site, another session, another purpose or long ago is refused', async () => {
    const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
    const device = newAuthenticator(origin)
    const { challenge: chidis } = await optionsToAdd(chidi)
    const { challenge: forSigningIn } = await optionsToUse()
    const deceits: Deceit[] = [
      { origin: 'https://evil.example' },
      { origin: 'http://community.example.org' },
      { origin: `${origin}.evil.example` },
      { rpId: 'evil.example' },
      { type: 'webauthn.get' },
      { challenge: chidis },
      { challenge: forSigningIn },
      { challenge: 'AAAA' },
    ]
    for (const deceit of deceits) expect((await add(ben, device, deceit)).page.status, JSON.stringify(deceit)).toBe(422)

    const late = device.make(await optionsToAdd(ben))
    community.wait({ minutes: 31 })
    expect((await community.as(ben).request('POST', '/me/passkeys', { fields: { answer: late, name: 'Late' } })).status).toBe(422)
    expect(await passkeys()).toEqual([])
  })

  test('what is no answer at all is refused with a sentence, and the name is asked for', async () => {
    const ben = community.as(await community.person('Ben'))
    for (const answer of [
      '',
      'null',
      '[]',
      '{}',
      '{"id":1}',
      'x'.repeat(300_000),
      JSON.stringify({ id: '', rawId: '', type: 'public-key', response: { clientDataJSON: '', attestationObject: '' } }),
    ]) {
      const page = await ben.request('POST', '/me/passkeys', { fields: { answer, name: 'x' } })
      expect(page.status).toBe(422)
      expect(page.html).toContain('The passkey could not be added. Try again.')
    }
    expect((await ben.request('POST', '/me/passkeys', { fields: { answer: '{}', name: '' } })).html).toContain('Fill this in.')
  })

  test('twenty are the most', async () => {
    const ben = await community.person('Ben')
    for (let time = 0; time < 20; time++) await add(ben)
    const { page } = await add(ben)

    expect(page.html).toContain('Twenty passkeys are the most.')
    expect(await passkeys()).toHaveLength(20)
  })
})

describe('signing in', () => {
  test('nothing false gets in', async () => {
    const ben = await community.person('Ben')
    const { device } = await add(ben)
    const chidi = await community.person('Chidi')
    const toAdd = (await optionsToAdd(chidi)).challenge
    const deceits: Deceit[] = [
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
      { type: 'webauthn.create' },
      { present: false },
      { challenge: toAdd },
      { challenge: newChallenge(Buffer.alloc(32), 'sign-in', community.now()).toString('base64url') },
      { signature: Buffer.alloc(70) },
      { userHandle: Buffer.from(chidi.id).toString('base64url') },
    ]
    for (const deceit of deceits) {
      const { browser, page } = await use(device, deceit)
      expect(page.status, JSON.stringify(deceit)).toBe(422)
      expect(page.html).toContain('The passkey did not work this time.')
      expect(await isIn(browser)).toBe(false)
    }
  })

  test('an answer that was overheard opens the door no second time, not in another hour either', async () => {
    const { device } = await add(await community.person('Ben'))
    const { answer, page } = await use(device)
    expect(page.status).toBe(303)
    expect((await community.stranger().request('POST', '/sign-in/passkey', { fields: { answer } })).status).toBe(422)

    const fresh = device.use(await optionsToUse())
    community.wait({ minutes: 31 })
    expect((await community.stranger().request('POST', '/sign-in/passkey', { fields: { answer: fresh } })).status).toBe(422)
  })

  test('an answer is not used up across midnight either', async () => {
    const { device } = await add(await community.person('Ben'))
    community.wait(community.now().until('2026-03-04T23:59:00Z'))
    const { answer } = await use(device)
    community.wait({ minutes: 2 })

    expect((await community.stranger().request('POST', '/sign-in/passkey', { fields: { answer } })).status).toBe(422)
  })

  test('a copied security key is noticed by its counter', async () => {
    const { device } = await add(await community.person('Ben'), newAuthenticator(origin, { counts: true }))
    expect((await use(device)).page.status).toBe(303)
    expect((await use(device)).page.status).toBe(303)

    expect((await use(device, { counter: 1 })).page.status).toBe(422)
  })

  test('a passkey nobody here has leads to the mail', async () => {
    const { page } = await use(newAuthenticator(origin))
    expect(page.status).toBe(422)
    expect(page.html).toContain('This passkey is not known here.')
  })

  test('it leads on to pages of ours only, with a session of its own', async () => {
    const ben = await community.person('Ben')
    const { device } = await add(ben)
    const answer = device.use(await optionsToUse())
    const page = await community.as(ben).request('POST', '/sign-in/passkey', { fields: { answer, next: '//evil.example' } })

    expect(page.location).toBe('/')
    expect(
      page.headers
        .getSetCookie()
        .some((line) => line.startsWith('__Host-session=') && !line.includes(ben.session) && !/max-age=0/i.test(line)),
    ).toBe(true)
    expect((await community.stranger().request('GET', '/me', { headers: { cookie: `__Host-session=${ben.session}` } })).status).toBe(303)
  })
})

describe('looking after them', () => {
  test('Ben renames one and removes it; then it opens nothing', async () => {
    const ben = await community.person('Ben')
    const { device } = await add(ben)
    const id = (await passkeys())[0]?.id ?? ''

    expect(await community.as(ben).post(`/me/passkeys/${id}/name`, { [`name-${id}`]: '  Blue <b>key</b> 🔑 ' })).toContain(
      'Blue &lt;b>key&lt;/b> 🔑',
    )
    const empty = await community.as(ben).request('POST', `/me/passkeys/${id}/name`, { fields: { [`name-${id}`]: '' } })
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('Fill this in.')
    expect(await community.as(ben).post(`/me/passkeys/${id}/removal`)).toContain('opens nothing here any more')

    expect((await use(device)).page.html).toContain('This passkey is not known here.')
  })

  test('Chidi can do neither with Ben’s, and strangers are asked to sign in', async () => {
    await add(await community.person('Ben'))
    const id = (await passkeys())[0]?.id ?? ''
    const chidi = community.as(await community.person('Chidi'))

    for (const path of [`/me/passkeys/${id}/name`, `/me/passkeys/${id}/removal`, '/me/passkeys/nonsense/removal']) {
      expect((await chidi.request('POST', path, { fields: { [`name-${id}`]: 'Chidi’s' } })).status).toBe(404)
      expect((await community.stranger().request('POST', path)).location).toMatch(/^\/sign-in/)
    }
    expect((await community.stranger().request('POST', '/me/passkeys/options')).location).toMatch(/^\/sign-in/)
    expect((await passkeys()).map(({ name }) => name)).toEqual(['My laptop'])
    expect(await chidi.get('/me/passkeys')).not.toContain('My laptop')
  })
})

test('only an address that browsers take for passkeys offers them', () => {
  const may = ['https://community.example.org', 'http://localhost:3000', 'http://guildhall.localhost'].map(mayUsePasskeys)
  const mayNot = ['http://community.example.org', 'http://127.0.0.1:3000', 'https://192.168.1.5', 'http://[::1]:3000'].map(mayUsePasskeys)
  expect([may, mayNot]).toEqual([
    [true, true, true],
    [false, false, false, false],
  ])
})

test('a challenge is known as ours by every bit of it', () => {
  const secret = Buffer.alloc(32, 1)
  const now = community.now()
  const challenge = newChallenge(secret, 'sign-in', now)
  expect(readChallenge(secret, 'sign-in', challenge.toString('base64url'), now)).toEqual(now)
  for (let at = 0; at < challenge.length; at++) {
    const altered = Buffer.from(challenge)
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at)
    expect(readChallenge(secret, 'sign-in', altered.toString('base64url'), now)).toBeNull()
  }
  expect(readChallenge(secret, 'add x', challenge.toString('base64url'), now)).toBeNull()
  expect(readChallenge(secret, 'sign-in', challenge.toString('base64url'), now.subtract({ seconds: 1 }))).toBeNull()
})
