import { expect, test } from 'vitest'
import { findRootNetwork } from '#networks'
import { rotateDkim, stopSigning } from '#platform/dkim'
import { newKeeper, newLog, newSite } from '#platform/http'
import { findVisitor } from '#sign-in'
import { newBrowser, startSink, testConfig, useCommunity } from '#test'
import { checkDeliverability, type Probes } from './check.actions.ts'
import { deliverabilityRoutes } from './deliverability.routes.tsx'
import type { Dns } from './dns.ts'
import { checkDkim, checkDmarc, checkMx, checkReverse } from './domain.actions.ts'
import { checkSpf } from './spf.actions.ts'
import { readSpf } from './spf.rules.ts'
import { signingRecords } from './signing-records.ts'
import { readTls, type TlsSeen } from './tls.ts'

const community = useCommunity()

type Zone = Record<string, { texts?: string[]; exchanges?: string[]; addresses?: string[]; names?: string[] }>

/** A made zone that remembers what it was asked; 'silent.example' never answers. */
function zone(records: Zone) {
  const asked: string[] = []
  const of = (kind: 'texts' | 'exchanges' | 'addresses' | 'names') => (name: string) => {
    asked.push(`${kind} ${name}`)
    return Promise.resolve(name.endsWith('silent.example') ? null : (records[name]?.[kind] ?? []))
  }
  const dns: Dns = { texts: of('texts'), exchanges: of('exchanges'), addresses: of('addresses'), names: of('names') }
  return { dns, asked }
}

const host = 'smtp.example.net'
const base: Zone = { [host]: { addresses: ['192.0.2.10'] }, 'spf.example.net': { texts: ['v=spf1 ip4:192.0.2.0/24 -all'] } }
const many = Array.from({ length: 11 }, (_, at) => `include:n${at}.example`).join(' ')

test.each([
  [['v=spf1 include:spf.example.net ~all', 'google-site-verification=1'], 'spf-good'],
  [['v=spf1 a:smtp.example.net -all'], 'spf-good'],
  [['v=spf1 ip4:192.0.2.10 -all'], 'spf-good'],
  [['V=SPF1 redirect=spf.example.net'], 'spf-good'],
  [['v=spf1 ip6:2001:db8::/32 ip4:198.51.100.0/24 -all'], 'spf-not-server'],
  [['v=spf1 -ip4:192.0.2.10 ~all'], 'spf-not-server'],
  [['v=spf1 include:spf.example.net'], 'spf-endless'],
  [['v=spf1 +all'], 'spf-open'],
  [['v=spf1 ?all'], 'spf-open'],
  [['v=spf1 ~all', 'v=spf1 -all'], 'spf-several'],
  [['v=spf1 includes:spf.example.net ~all'], 'spf-syntax'],
  [['v=spf10 ~all'], 'spf-none'],
  [[], 'spf-none'],
  [[`v=spf1 ${many} ~all`], 'spf-lookups'],
  [['v=spf1 include:example.org ~all'], 'spf-lookups'],
])('the SPF record %j is %s', async (texts, what) => {
  const { dns, asked } = zone({ ...base, 'example.org': { texts } })
  const finding = await checkSpf(dns, { domain: 'example.org', host })
  expect(finding.what).toBe(what)
  expect(asked.length).toBeLessThan(40)
})

test('a missing or lacking SPF record is written out, ready to be copied', async () => {
  const { dns } = zone(base)
  expect((await checkSpf(dns, { domain: 'example.org', host })).record?.value).toBe('v=spf1 mx a:smtp.example.net ~all')
  expect((await checkSpf(dns, { domain: 'example.org', host: '192.0.2.10' })).record?.value).toBe('v=spf1 mx ip4:192.0.2.10 ~all')
  expect((await checkSpf(dns, { domain: 'silent.example', host })).verdict).toBe('unknown')
})

test('names with macros, blanks or odd signs are not asked for', async () => {
  const { dns, asked } = zone({
    'example.org': { texts: ['v=spf1 include:%{i}._spf.example.org a:exa$mple.org exists:%{i}.x mx:../.. ~all'] },
  })
  await checkSpf(dns, { domain: 'example.org', host: null })
  expect(asked).toEqual(['texts example.org'])
  expect(readSpf('v=spf1 ip4 ~all')).toBeNull()
})

test.each([
  [{ '_dmarc.news.example.org': { texts: ['v=DMARC1; p=reject'] } }, 'dmarc-good'],
  [{ '_dmarc.example.org': { texts: ['v=DMARC1; p=reject; sp=none'] } }, 'dmarc-watching'],
  [{ '_dmarc.example.org': { texts: ['v=DMARC1;p = quarantine'] } }, 'dmarc-good'],
  [{ '_dmarc.news.example.org': { texts: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] } }, 'dmarc-several'],
  [{ '_dmarc.news.example.org': { texts: ['v=DMARC1; p=maybe'] } }, 'dmarc-policy'],
  [{ '_dmarc.news.example.org': { texts: ['v=DMARC10; p=none'] } }, 'dmarc-none'],
  [{}, 'dmarc-none'],
])('DMARC records %j are %s', async (records, what) => {
  expect((await checkDmarc(zone(records).dns, 'news.example.org', 'hello@example.org')).what).toBe(what)
})

test('mail servers, names of addresses and keys are found or missed', async () => {
  const { dns } = zone({
    'example.org': { exchanges: ['mx.example.org'] },
    'null.example': { exchanges: [''] },
    'a.example.net': { addresses: ['192.0.2.1'] },
    '192.0.2.1': { names: ['a.example.net'] },
    'b.example.net': { addresses: ['192.0.2.2'] },
    '192.0.2.2': { names: ['elsewhere.example'] },
    'c.example.net': { addresses: ['192.0.2.3'] },
    'd.example.net': { addresses: ['10.1.2.3'] },
    'k1._domainkey.example.org': { texts: ['v=DKIM1; k=rsa; p=AB CD'] },
  })
  const mx = await Promise.all(['example.org', 'null.example', 'none.example', 'silent.example'].map((name) => checkMx(dns, name)))
  expect(mx.map(({ what }) => what)).toEqual(['mx-good', 'mx-null', 'mx-none', 'no-answer'])
  const names = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => checkReverse(dns, `${name}.example.net`)))
  expect(names.map(({ what }) => what)).toEqual(['reverse-good', 'reverse-other', 'reverse-none', 'reverse-private', 'no-answer'])
  const keys = await checkDkim(
    dns,
    ['k1', 'k2'].map((name) => ({ name: `${name}._domainkey.example.org`, value: 'v=DKIM1; k=rsa; p=ABCD' })),
  )
  expect(keys.map(({ what }) => what)).toEqual(['dkim-good', 'dkim-missing'])
  expect((await checkDkim(dns, []))[0]?.what).toBe('dkim-elsewhere')
})

const trusted: TlsSeen = { protocol: 'TLSv1.3', isTrusted: true, complaint: '', validTo: 'Jan  1 00:00:00 2027 GMT' }

test.each([
  [trusted, 'tls-good'],
  [{ ...trusted, validTo: 'Mar 10 00:00:00 2026 GMT' }, 'tls-ends'],
  [{ ...trusted, isTrusted: false, complaint: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'tls-name'],
  [{ ...trusted, protocol: 'TLSv1' }, 'tls-old'],
  ['none' as const, 'tls-none'],
  [null, 'no-answer'],
])('what the mail server shows, %j, is %s', async (seen, what) => {
  const { dns } = zone(base)
  const probes: Probes = { dns, readTls: () => Promise.resolve(seen), dkimOf: () => Promise.resolve([]) }
  const config = { ...testConfig, smtpUrl: `smtp://user:secret@${host}:587` }
  const findings = await checkDeliverability(community.db, { network: community.network, config, probes }, community.now())
  expect(findings.find(({ topic }) => topic === 'tls')?.what).toBe(what)
  expect(JSON.stringify(findings)).not.toContain('secret')
})

test('a server that offers no privacy, and one that is not there, are told apart', async () => {
  const sink = await startSink()
  expect(await readTls({ host: '127.0.0.1', port: sink.port, isTls: false })).toBe('none')
  await sink.close()
  expect(await readTls({ host: '127.0.0.1', port: sink.port, isTls: false })).toBeNull()
})

/** The page with a made zone behind it, as the owner, a steward and others see it. */
async function pageWith(records: Zone) {
  const { dns, asked } = zone(records)
  const { db, now } = community
  const routes = deliverabilityRoutes({ dns, readTls: () => Promise.resolve(trusted), dkimOf: () => Promise.resolve([]) })
  const findNetwork = async () => (await findRootNetwork(db)) ?? community.network
  const site = newSite({
    db,
    config: testConfig,
    log: newLog(testConfig),
    keeper: newKeeper(),
    now,
    findVisitor,
    findNetwork,
    rooms: [routes],
  })
  const as = async (name: string, role: 'owner' | 'steward' | 'member') =>
    newBrowser(site, testConfig.baseUrl, { '__Host-session': (await community.person(name, { role })).session })
  return { as, asked }
}

test('the owner checks with a button; opening the page asks nobody and shows what was found, with the record to copy', async () => {
  const { as, asked } = await pageWith({})
  const olga = await as('Olga', 'owner')
  expect(await olga.get('/admin/deliverability')).toContain('Nothing has been checked yet.')
  expect(asked).toEqual([])

  const page = await olga.post('/admin/deliverability/check')
  for (const words of [
    'does not say who may send for it',
    'v=spf1 mx ~all',
    '_dmarc.community.example.org',
    'Checked on Wednesday, March 4, 2026',
  ])
    expect(page).toContain(words)
  const before = asked.length
  await olga.get('/admin/deliverability')
  expect(asked.length).toBe(before)
  expect(asked.every((question) => question.includes('community.example.org') || question.includes('example.org'))).toBe(true)
})

test('hostile words in a record are shown as words', async () => {
  const { as } = await pageWith({ 'community.example.org': { texts: ['v=spf1 <script>alert(1)</script> ~all'] } })
  const page = await (await as('Olga', 'owner')).post('/admin/deliverability/check')
  expect(page).toContain('&lt;script>alert(1)')
  expect(page).not.toContain('<script>alert(1)')
})

test('a test goes to an address of the owner and to no other', async () => {
  const { as } = await pageWith({})
  const olga = await as('Olga', 'owner')
  const refused = await olga.request('POST', '/admin/deliverability/test', { fields: { to: 'victim@example.net' } })
  expect([refused.status, refused.html.includes('Use the address you sign in with')]).toEqual([422, true])
  expect(await olga.post('/admin/deliverability/test', { to: 'olga@example.org' })).toContain('The test is on its way.')
  expect(await community.mailTo('olga@example.org')).toEqual(['A test from Prairie Network'])
  expect(await community.mailTo('victim@example.net')).toEqual([])
})

test('the owner pastes the test as it arrived, and reads what the receiver found', async () => {
  const { as } = await pageWith({})
  const olga = await as('Olga', 'owner')
  const paste = (source: string) => olga.request('POST', '/admin/deliverability/received', { fields: { source } })
  const right = await paste('Authentication-Results: mx.example.net; spf=pass; dkim=pass; dmarc=pass')
  expect([right.status, right.html.includes('The receiver believes that our mail is ours.')]).toEqual([200, true])
  const wrong = await paste('Authentication-Results: mx.example.net; spf=softfail; dkim=pass')
  for (const words of ['does not quite believe', 'SPF: “softfail”', 'DKIM: passed', 'DMARC: the receiver says nothing of it'])
    expect(wrong.html).toContain(words)
  const other = await paste('Subject: <b>lunch</b>')
  expect([other.status, other.html.includes('There is no line “Authentication-Results” in this.')]).toEqual([422, true])
  expect(other.html).toContain('Subject: &lt;b>lunch')
  expect(other.html.indexOf('One thing to mend')).toBeGreaterThan(other.html.indexOf('What the receiver found'))
})

test('the page is not there for stewards, members and strangers', async () => {
  const { as, asked } = await pageWith({})
  for (const browser of [await as('Ada', 'steward'), await as('Ben', 'member'), await as('Chidi', 'member'), community.stranger()]) {
    expect((await browser.request('GET', '/admin/deliverability')).status).toBe(404)
    for (const path of ['check', 'test', 'received'])
      expect((await browser.request('POST', `/admin/deliverability/${path}`, { fields: { to: 'ben@example.org' } })).status).toBe(404)
  }
  expect(asked).toEqual([])
})

test('on one’s own machine, where mail comes from localhost, nobody is asked and the page says what to set', async () => {
  const { dns, asked } = zone({})
  const probes: Probes = { dns, readTls: () => Promise.resolve(null), dkimOf: () => Promise.resolve([]) }
  const config = { ...testConfig, smtpUrl: null, mailFrom: 'community@localhost', mailDomain: 'localhost' }
  const findings = await checkDeliverability(community.db, { network: community.network, config, probes }, community.now())
  expect(findings.map(({ what }) => what)).toEqual(['no-domain', 'no-domain', 'no-domain', 'dkim-elsewhere', 'no-server', 'no-server'])
  expect(asked).toEqual([])
})

test('the keys that sign here are looked for by their own records', async () => {
  const { db, now } = community
  const config = { ...testConfig, smtpUrl: null }
  await rotateDkim(db, 'community.example.org', now())
  const records = await signingRecords(db, config, now())
  expect(records.map(({ name }) => name.endsWith('._domainkey.community.example.org'))).toEqual([true, true])
  await stopSigning(db, 'community.example.org', now())
  expect(await signingRecords(db, config, now())).toEqual([])
})
