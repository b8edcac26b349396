import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newAuthenticator, ownCommunity, useCommunity, type Community } from '#test'
import { leave } from './leaving.actions.ts'
import { peopleJobs } from './people.jobs.ts'

const community = useCommunity()

/** Every table in which this text stands anywhere. */
async function whereIs(text: string, { db }: Community = community): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname in ('public', 'graphile_worker') order by 1`.execute(db)
  const found = await Promise.all(
    rows.map(async ({ name }) => {
      const schema = name.startsWith('_private') || name === 'migrations' ? 'graphile_worker' : 'public'
      const { rows: hits } = await sql`select from ${sql.id(schema, name)} row where row::text ilike ${`%${text}%`} limit 1`.execute(db)
      return hits.length ? [name] : []
    }),
  )
  return found.flat()
}

test('Ben leaves: one page says what happens, one button does it, a goodbye is mailed, and nothing of him is left', async () => {
  const ben = await community.person('Ben', { lastName: 'Okafor', organisation: 'Unheard-of Board' })
  await community.as(ben).post('/sign-in', { email: ben.email })
  const device = newAuthenticator('https://community.example.org')
  const options = JSON.parse((await community.as(ben).request('POST', '/me/passkeys/options')).html) as Parameters<typeof device.make>[0]
  await community.as(ben).post('/me/passkeys', { answer: device.make(options), name: 'Okafor’s key' })
  const page = await community.as(ben).get('/me/leaving')
  expect(page).toContain('One last mail to ben@example.org confirms it.')
  expect(await whereIs('Okafor')).toEqual(['passkey', 'person'])

  expect(await community.as(ben).post('/me/leaving')).toContain('Goodbye, and thank you')

  expect(await community.mailTo(ben)).toEqual(['You have left Prairie Network'])
  expect(await whereIs('Okafor')).toEqual([])
  expect(await whereIs('Unheard-of')).toEqual([])
  expect(await whereIs('ben@example.org')).toEqual(['mail'])
  expect((await community.as(ben).request('GET', '/me')).status).toBe(303)
})

test('a week after the goodbye even its address is forgotten', async () => {
  const ben = await community.person('Ben')
  await community.as(ben).post('/me/leaving')
  const [job] = (
    await sql<{ payload: object; runAt: Temporal.Instant }>`select payload, run_at from graphile_worker._private_jobs`.execute(community.db)
  ).rows
  expect(job?.runAt).toEqual(community.now().add({ hours: 24 * 7 }))

  await peopleJobs['forget-goodbye']?.(community.db, job?.payload, community.now(), community.config)

  expect(await whereIs('ben@example.org')).toEqual([])
  expect(await community.db.selectFrom('mail').select('id').execute()).toHaveLength(1)
})

test('mails from before the person was known are forgotten as well', async () => {
  const browser = community.stranger()
  await browser.post('/sign-in', { email: 'new@example.org' })
  const code = /\d{3} \d{3}/.exec((await community.mails('new@example.org'))[0]?.body ?? '')?.[0] ?? ''
  await browser.post('/sign-in/code', { email: 'new@example.org', code })

  await browser.post('/me/leaving')

  expect(await community.mailTo('new@example.org')).toEqual(['You have left Prairie Network'])
})

test('opening the page changes nothing', async () => {
  const ben = await community.person('Ben')
  await community.as(ben).get('/me/leaving')
  expect((await community.as(ben).request('GET', '/me')).status).toBe(200)
})

test('the last owner cannot leave; the page says why, and the action refuses', async () => {
  const olga = await community.person('Olga', { role: 'owner' })
  const page = await community.as(olga).get('/me/leaving')
  expect(page).toContain('You are the only owner.')
  expect(page).toMatch(/<button[^>]* disabled/)
  expect((await community.as(olga).request('POST', '/me/leaving')).status).toBe(409)

  await community.person('Ada', { role: 'owner' })
  expect((await community.as(olga).request('POST', '/me/leaving')).location).toBe('/goodbye')
})

test('the changes of role that Olga made stay, without her name', async () => {
  const [olga, ada] = [await community.person('Olga', { role: 'owner' }), await community.person('Ada')]
  await community.as(olga).post(`/admin/people/${ada.id}/role`, { role: 'owner' })
  await community.as(olga).post('/me/leaving')

  expect(await community.as(ada).get(`/admin/people/${ada.id}`)).toContain('someone who has left')
  expect(await whereIs('olga@example.org')).toEqual(['mail'])
})

test('when a room fails to forget, nothing is forgotten and nobody is told', async () => {
  const ben = await community.person('Ben')
  const place = { network: community.network, baseUrl: community.config.baseUrl }
  const fails = () => Promise.reject(new Error('The room is on fire.'))

  await expect(leave(community.db, place, { leaver: { ...ben, language: null }, erasers: [fails] }, community.now())).rejects.toThrow(
    'on fire',
  )

  expect((await community.as(ben).request('GET', '/me')).status).toBe(200)
  expect(await community.mailTo(ben)).toEqual([])
})

test('Ben may come back, as somebody new', async () => {
  const ben = await community.person('Ben', { lastName: 'Okafor' })
  await community.as(ben).post('/me/leaving')
  const browser = community.stranger()
  await browser.post('/sign-in', { email: ben.email })
  const code = /\d{3} \d{3}/.exec((await community.mails(ben)).at(-1)?.body ?? '')?.[0] ?? ''

  expect(await browser.post('/sign-in/code', { email: ben.email, code })).toContain('Tell us what to call you')
})

test('every table that speaks of a person lets go of them', async () => {
  const { rows } = await sql<{ held: string }>`
    select conrelid::regclass || '.' || conname as held from pg_constraint
    where contype = 'f' and confrelid = 'person'::regclass and confdeltype not in ('c', 'n')`.execute(community.db)
  expect(rows).toEqual([])
})

test('two owners who leave at the same moment: one stays', async () => {
  const { community: real, close } = await ownCommunity()
  try {
    const owners = [await real.person('Olga', { role: 'owner' }), await real.person('Otto', { role: 'owner' })]
    const answers = await Promise.all(owners.map((owner) => real.as(owner).request('POST', '/me/leaving')))

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await real.db.selectFrom('membership').select('role').where('role', '=', 'owner').execute()).toHaveLength(1)
  } finally {
    await close()
  }
})

test('strangers cannot leave for others', async () => {
  for (const method of ['GET', 'POST'])
    expect((await community.stranger().request(method, '/me/leaving')).location).toMatch(/^\/sign-in\?next=/)
  const ben = await community.person('Ben')
  const posted = await community.as(ben).request('POST', '/me/leaving', { headers: { origin: 'https://evil.example' } })
  expect(posted.status).toBe(403)
})

test('in Spanish the goodbye is Spanish', async () => {
  const rosa = await community.person('Rosa', { language: 'es' })
  expect(await community.as(rosa).get('/me/leaving')).toContain('Olvídenme')
  await community.as(rosa).post('/me/leaving')
  expect(await community.mailTo(rosa)).toEqual(['Usted dejó Prairie Network'])
})
