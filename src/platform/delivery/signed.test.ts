import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { h } from 'preact'
import { expect, test } from 'vitest'
import { transaction } from '#database'
import { dkimState, domainOf, rotateDkim, startSigning } from '#platform/dkim'
import { newLog } from '#platform/http'
import { queueMail } from '#platform/mail'
import { ownCommunity, startSink, testConfig } from '#test'
import { startSender } from './sender.ts'

test('what Ben gets is signed by the domain that it comes from, once the owner has switched that on', async () => {
  const { community, close } = await ownCommunity()
  const { db, network, now } = community
  const domain = domainOf(testConfig)
  await rotateDkim(db, domain, now())
  await startSigning(db, domain, now())
  const to = await community.person('Ben')
  const mail = { to, networkId: network.id, language: 'en' as const, subject: 'Grüße', body: h('p', {}, 'Hello') }
  await transaction(db, (tx) => queueMail(tx, mail, now()))
  const far = await startSink()
  const sender = startSender({ db, now, config: { ...testConfig, smtpUrl: far.url }, log: newLog(testConfig) })
  await expect.poll(() => far.taken.length, { timeout: 40_000 }).toBe(1)

  const records = new Map((await dkimState(db, domain, now())).keys.map(({ record }) => [record.name, record.value]))
  const { results } = await dkimVerify(Buffer.from(far.taken[0]?.raw ?? ''), {
    resolver: async (name: string) => [[records.get(name) ?? '']],
  })
  expect(results.map(({ algo, signingDomain, status }) => `${algo} ${signingDomain} ${status.result}`).toSorted()).toEqual([
    'ed25519-sha256 community.example.org pass',
    'rsa-sha256 community.example.org pass',
  ])
  await sender.stop()
  await far.close()
  await close()
})
