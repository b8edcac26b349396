import { h } from 'preact'
import { expect, test } from 'vitest'
import { transaction } from '#database'
import { queueBulk, queueMail, type Mail } from '#platform/mail'
import { useCommunity, type TestPerson } from '#test'

const community = useCommunity()
const owner = () => community.person('Olga', { role: 'owner' })

async function write(to: TestPerson, more: Partial<Mail> = {}) {
  const mail = {
    to,
    networkId: community.network.id,
    language: 'en' as const,
    subject: 'You are going',
    body: h('p', {}, 'See you on Thursday.'),
    why: 'You said so.',
    ...more,
  }
  await transaction(community.db, (tx) => queueMail(tx, mail, community.now()))
  const row = await community.db.selectFrom('mail').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  return row.id
}

const change = (id: string, facts: { state: 'failed' | 'sent'; lastAnswer?: string; resentAt?: Temporal.Instant }) =>
  community.db.updateTable('mail').set(facts).where('id', '=', id).execute()

test('the owner reads every mail as its reader gets it: words, look, headers, files', async () => {
  const olga = community.as(await owner())
  const text = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  const id = await write(await community.person('Ben'), { calendar: { method: 'REQUEST', text }, headers: { 'X-Thing': 'a value' } })

  expect(await olga.get('/outbox')).toMatch(/You are going[\s\S]*Waiting[\s\S]*ben@example\.org[\s\S]*March 4, 2026/)
  const page = await olga.get(`/outbox/${id}`)
  expect(page).toContain('See you on Thursday.')
  expect(page).toContain(`<iframe src="/outbox/${id}/html"`)
  expect(page).toContain(`&lt;${id}@community.example.org>`)
  expect(page).toContain('a value')
  expect(page).toContain('invite.ics')

  const file = await olga.request('GET', `/outbox/${id}/files/0`)
  expect(file.html).toBe(text)
  expect(file.headers.get('content-disposition')).toContain('attachment')
})

test('what a mail looks like runs nothing, reaches nobody, and can be framed by us alone', async () => {
  const id = await write(await community.person('Ben'), { body: h('p', {}, h('script', {}, 'alert(1)')) })

  const { status, headers, html } = await community.as(await owner()).request('GET', `/outbox/${id}/html`)

  const policy = headers.get('content-security-policy')
  expect(status).toBe(200)
  expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'self'.*sandbox/)
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/)
  expect(html).toContain('<base target="_blank">')
})

test('an edition is read with the words and links of its reader', async () => {
  const ben = await community.person('Ben')
  const content = {
    networkId: community.network.id,
    kind: 'a room that is gone',
    onceKey: 'one',
    language: 'en' as const,
    subject: 'March {{name}}',
    html: '<html><body>Hello</body></html>',
    text: 'Hello',
  }
  await transaction(community.db, (tx) =>
    queueBulk(
      tx,
      content,
      tx.selectFrom('person').select(['id as personId', 'email as toAddress']).where('id', '=', ben.id),
      community.now(),
    ),
  )
  const { id } = await community.db.selectFrom('mail').select('id').executeTakeFirstOrThrow()
  const olga = community.as(await owner())

  expect(await olga.get('/outbox')).toContain('March …')
  expect(await olga.get(`/outbox/${id}`)).toContain('Hello')
})

test('a mail that failed says why and can be sent again; one that did not, cannot', async () => {
  const olga = community.as(await owner())
  const id = await write(await community.person('Ben'))
  await change(id, { state: 'failed', lastAnswer: '550 5.1.1 No such mailbox' })

  expect(await olga.get(`/outbox/${id}`)).toContain('550 5.1.1 No such mailbox')
  expect(await olga.post(`/outbox/${id}/retry`)).toContain('Waiting')
  expect(await olga.get(`/outbox/${id}`)).not.toContain('Send it again')
  await change(id, { state: 'sent' })
  await olga.post(`/outbox/${id}/retry`)
  expect(await community.db.selectFrom('mail').select('state').where('id', '=', id).executeTakeFirst()).toEqual({ state: 'sent' })
})

test.each([
  ['550 5.1.1 No such mailbox', 'Ask the person for another one.'],
  ['552 5.2.2 Mailbox full', 'Send it again in a few days'],
  ['554 5.7.1 Message rejected: listed at Spamhaus', 'See at Deliverability what your domain lacks'],
  ['', 'Send it again in a few days'],
])('after the answer %j, list and mail say what to do next', async (lastAnswer, advice) => {
  const olga = community.as(await owner())
  const id = await write(await community.person('Ben'))
  await change(id, { state: 'failed', lastAnswer })

  expect(await olga.get('/outbox')).toContain(advice)
  expect(await olga.get(`/outbox/${id}`)).toContain(advice)
})

test('of a mail that waits it is said why, and whether anything is to be done; of one that was sent, nothing', async () => {
  const olga = community.as(await owner())
  const id = await write(await community.person('Ben'))
  expect(await olga.get('/outbox')).toContain('It leaves by itself in a moment.')
  await community.db.updateTable('mail').set({ tries: 2, lastAnswer: '451 4.7.1 Greylisted' }).where('id', '=', id).execute()
  for (const path of ['/outbox', `/outbox/${id}`]) expect(await olga.get(path)).toContain('for three days in all')

  await change(id, { state: 'sent' })
  for (const path of ['/outbox', `/outbox/${id}`]) expect(await olga.get(path)).not.toMatch(/by itself|another way/)
})

test('a mail that may have come twice says so', async () => {
  const olga = community.as(await owner())
  const id = await write(await community.person('Ben'))
  await change(id, { state: 'sent', resentAt: community.now() })

  expect(await olga.get('/outbox')).toContain('perhaps twice')
  expect(await olga.get(`/outbox/${id}`)).toContain('may have got it twice')
})

test('the list is narrowed by what became of mails, and goes on page by page without leaving one out', async () => {
  const [olga, ben] = [community.as(await owner()), await community.person('Ben')]
  for (let n = 1; n <= 53; n++) await write(ben, { subject: `News ${n} of many` })
  const failed = await write(ben, { subject: 'A failed one' })
  await change(failed, { state: 'failed' })

  const first = await olga.get('/outbox')
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await olga.get(next)
  const subjects = [...`${first}${second}`.matchAll(/(News \d+) of many<\/a>/g)].map(([, subject]) => subject)
  expect(new Set(subjects).size).toBe(53)
  expect(subjects).toHaveLength(53)
  expect(subjects[0]).toBe('News 53')
  expect(second).toContain('Back to the newest')
  const onlyFailed = await olga.get('/outbox?state=failed')
  expect(onlyFailed).toContain('A failed one')
  expect(onlyFailed).not.toContain('of many')
  expect(await olga.get('/outbox?state=nonsense&before=nonsense')).toContain('News 53')
})

test('the page says that mail reaches nobody while no server is set, and in Spanish too', async () => {
  const olga = community.as(await owner())
  expect(await olga.get('/outbox')).toContain('reaches nobody')

  await olga.post('/language', { language: 'es', next: '/outbox' })
  expect(await olga.get('/outbox')).toContain('Bandeja de salida')
})

test('for everybody else, the outbox is not there', async () => {
  const id = await write(await community.person('Ben'))
  const browsers = [
    community.stranger(),
    ...(await Promise.all(['Ben', 'Ada', 'Chidi'].map((name) => community.person(name)))).map((person) => community.as(person)),
  ]

  for (const browser of browsers)
    for (const path of ['/outbox', `/outbox/${id}`, `/outbox/${id}/html`, `/outbox/${id}/files/0`])
      expect((await browser.request('GET', path)).status).toBe(404)
  for (const browser of browsers) expect((await browser.request('POST', `/outbox/${id}/retry`)).status).toBe(404)
})

test('a mail that is not there is not there for the owner either', async () => {
  const olga = community.as(await owner())

  for (const id of ['nonsense', crypto.randomUUID()]) expect((await olga.request('GET', `/outbox/${id}`)).status).toBe(404)
  expect((await olga.request('GET', `/outbox/${await write(await community.person('Ben'))}/files/7`)).status).toBe(404)
})
