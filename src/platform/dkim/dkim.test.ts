import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { newLog } from '#platform/http'
import { ownCommunity, testConfig, useCommunity } from '#test'
import { checkDkim, dkimState, lookAfterDkim, rotateDkim, startSigning, stopSigning } from './dkim.actions.ts'
import { domainOf, isPublished, type DkimState } from './dkim.rules.ts'
import { newSigner } from './signer.ts'

const community = useCommunity()
const domain = domainOf(testConfig)

/** A DNS host where somebody publishes what they were told to. */
function newZone() {
  const texts = new Map<string, string[]>()
  return {
    publish: ({ keys }: DkimState) => {
      for (const { record } of keys) texts.set(record.name, [record.value])
    },
    empty: () => texts.clear(),
    lookUp: async (name: string) => texts.get(name) ?? [],
  }
}

const state = () => dkimState(community.db, domain, community.now())
const states = ({ keys }: DkimState) => keys.map((key) => `${key.algorithm} ${key.state}`).toSorted()
const check = (lookUp: (name: string) => Promise<string[] | null>) => checkDkim(community.db, domain, { lookUp, now: community.now() })
const rotate = () => rotateDkim(community.db, domain, community.now())
const letter = Buffer.from('From: a@example.org\r\nTo: b@example.org\r\n\r\nHello')

async function signatures() {
  const sign = newSigner({ db: community.db, domain, log: newLog(testConfig), now: community.now })
  return [...(await sign(letter)).toString().matchAll(/; a=([a-z0-9]+)-sha256/g)].map(([, algorithm]) => algorithm)
}

test('new keys wait, and sign once their records are seen', async () => {
  await rotate()
  const zone = newZone()
  expect(states(await check(zone.lookUp))).toEqual(['ed25519 waiting', 'rsa waiting'])
  expect(await signatures()).toEqual([])

  zone.publish(await state())
  expect(await check(zone.lookUp)).toMatchObject({ isSigning: true, isHeld: false })
  expect(states(await state())).toEqual(['ed25519 signing', 'rsa signing'])
  expect(await signatures()).toEqual(['ed25519', 'rsa'])
})

test('a record says all that a verifier needs, and where it belongs', async () => {
  await rotate()
  const { keys } = await state()

  for (const { record, selector, publicKey, algorithm } of keys) {
    expect(record).toEqual({ name: `${selector}._domainkey.${domain}`, type: 'TXT', value: `v=DKIM1; k=${algorithm}; p=${publicKey}` })
    expect(selector).toMatch(/^gh202603-[0-9a-f]{4}-(rsa|ed)$/)
  }
})

test('rotated, the old keys sign until the new records are seen, then rest, and are forgotten in the end', async () => {
  const zone = newZone()
  await rotate()
  zone.publish(await state())
  await check(zone.lookUp)
  const old = (await state()).keys.map(({ selector }) => selector)
  community.wait({ hours: 24 })
  await rotate()
  expect(states(await check(zone.lookUp))).toEqual(['ed25519 signing', 'ed25519 waiting', 'rsa signing', 'rsa waiting'])
  expect(await rotate()).toEqual({ refused: 'already-waiting' })

  zone.publish(await state())
  expect(states(await check(zone.lookUp))).toEqual(['ed25519 resting', 'ed25519 signing', 'rsa resting', 'rsa signing'])
  expect(
    (await state()).keys
      .filter((key) => key.state === 'resting')
      .map(({ selector }) => selector)
      .toSorted(),
  ).toEqual(old.toSorted())
  const kept = await community.db.selectFrom('dkimKey').select(['restsSince', 'privateKey']).execute()
  expect(kept.filter(({ restsSince, privateKey }) => restsSince && privateKey)).toEqual([])

  community.wait({ hours: 15 * 24 })
  expect(states(await state())).toEqual(['ed25519 retired', 'ed25519 signing', 'rsa retired', 'rsa signing'])
  community.wait({ hours: 60 * 24 })
  await lookAfterDkim(community.db, domain, { lookUp: zone.lookUp, now: community.now() })
  expect(states(await state())).toEqual(['ed25519 signing', 'rsa signing'])
})

test('a host that takes only the RSA record has its mail signed by that', async () => {
  await rotate()
  const zone = newZone()
  const whole = await state()
  zone.publish({ ...whole, keys: whole.keys.filter(({ algorithm }) => algorithm === 'rsa') })

  expect(states(await check(zone.lookUp))).toEqual(['ed25519 waiting', 'rsa signing'])
  expect(await signatures()).toEqual(['rsa'])
})

test('the owner may begin without waiting, and switch it off; then nothing that is seen switches it on again', async () => {
  await rotate()
  const zone = newZone()
  zone.publish(await state())
  await stopSigning(community.db, domain, community.now())
  expect(await check(zone.lookUp)).toMatchObject({ isHeld: true, isSigning: false })
  expect(await signatures()).toEqual([])

  await startSigning(community.db, domain, community.now())
  expect(await state()).toMatchObject({ isHeld: false, isSigning: true })
  await stopSigning(community.db, domain, community.now())
  expect(await signatures()).toEqual([])
  await startSigning(community.db, domain, community.now())
  expect(await signatures()).toEqual(['ed25519', 'rsa'])
})

test('a record that is gone is told, and a DNS that does not answer says nothing', async () => {
  await rotate()
  const zone = newZone()
  zone.publish(await state())
  await check(zone.lookUp)
  expect((await check(() => Promise.resolve(null))).keys.map(({ seenAt }) => seenAt !== null)).toEqual([true, true])

  zone.empty()
  const after = await check(zone.lookUp)
  expect(after.keys.map(({ seenAt }) => seenAt)).toEqual([null, null])
  expect(states(after)).toEqual(['ed25519 signing', 'rsa signing'])
})

test('looked after for the first time, a domain gets its keys; another time it keeps them', async () => {
  const zone = newZone()
  await lookAfterDkim(community.db, domain, { lookUp: zone.lookUp, now: community.now() })
  const first = (await state()).keys.map(({ selector }) => selector)
  await lookAfterDkim(community.db, domain, { lookUp: zone.lookUp, now: community.now() })

  expect(first).toHaveLength(2)
  expect((await state()).keys.map(({ selector }) => selector)).toEqual(first)
})

test('what is told of keys never holds their private half', async () => {
  await rotate()
  expect(JSON.stringify(await state())).not.toMatch(/PRIVATE|privateKey/)
})

test('a key that cannot be read signs nothing, and mail leaves all the same', async () => {
  const { publicKey } = generateKeyPairSync('ed25519')
  await rotate()
  await community.db
    .updateTable('dkimKey')
    .set({ privateKey: publicKey.export({ type: 'spki', format: 'pem' }) })
    .where('algorithm', '=', 'rsa')
    .execute()
  await startSigning(community.db, domain, community.now())

  expect(await signatures()).toEqual(['ed25519'])
})

test('two stewards who check or rotate at one moment begin one key of each kind', async () => {
  const own = await ownCommunity()
  const { db, now } = own.community
  const zone = newZone()
  const made = await Promise.all([1, 2, 3].map(() => rotateDkim(db, domain, now())))
  expect(made.filter((one) => 'made' in one)).toHaveLength(1)
  zone.publish(await dkimState(db, domain, now()))
  await Promise.all([1, 2, 3, 4].map(() => checkDkim(db, domain, { lookUp: zone.lookUp, now: now() })))

  expect(states(await dkimState(db, domain, now()))).toEqual(['ed25519 signing', 'rsa signing'])
  await own.close()
})

test.each([
  ['v=DKIM1; k=rsa; p=abc+/=', true],
  ['v=DKIM1;k=rsa;p=abc+/=;', true],
  ['k=rsa; p=ab c+/=', true],
  ['p=abc+/=', true],
  ['v=DKIM1; k=rsa; p=', false],
  ['v=DKIM1; k=rsa; sp=abc+/=', false],
  ['v=DKIM1; k=rsa; p=abd', false],
])('whether %j is the record', (text, expected) => expect(isPublished({ publicKey: 'abc+/=' }, ['other', text])).toBe(expected))
