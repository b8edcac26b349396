import { expect, test } from 'vitest'
import { listConsents } from '#mailing'
import { findPersonByEmail } from '#people'
import { useCommunity } from '#test'

const community = useCommunity()
const lookIntoYourInbox = 'Look into your inbox'
const choice = { 'list-monthly-update': 'yes' }

/** The path of the first link in the latest mail to this address. */
async function linkTo(address: string) {
  const link = (await community.mails(address)).at(-1)?.links[0] ?? 'no link'
  expect(link).toMatch(/^https:\/\/community\.example\.org\//)
  return new URL(link).pathname
}

async function standing(address: string) {
  const { db } = community
  return db
    .selectFrom('reader')
    .select('email')
    .innerJoin('list', 'list.id', 'listId')
    .select('slug')
    .where('email', '=', address)
    .execute()
}

test('Dana joins by mail, presses the button, and tells who she is, all without an account', async () => {
  const dana = community.stranger()
  expect(await dana.post('/join', { ...choice, email: ' Dana@Example.org ', firstName: 'Dana', state: 'WY' })).toContain(lookIntoYourInbox)
  expect(await standing('dana@example.org')).toEqual([])

  const link = await linkTo('dana@example.org')
  expect(await dana.get(link)).toContain('Yes, send them to me')
  expect(await standing('dana@example.org')).toEqual([])

  const preferences = await dana.post(link)
  expect(preferences).toContain('You are on the list.')
  expect(preferences).toContain('value="Dana"')
  expect(await standing('dana@example.org')).toEqual([{ email: 'dana@example.org', slug: 'monthly-update' }])
  expect(await findPersonByEmail(community.db, 'dana@example.org')).toMatchObject({
    firstName: 'Dana',
    state: 'WY',
    language: 'en',
    emailProvedAt: community.now(),
  })
})

test('each step leaves its proof, with the words that were shown', async () => {
  const dana = community.stranger()
  expect(await dana.get('/join')).toContain('We send you this by e-mail until you leave, which takes one click.')
  await dana.post('/join', { ...choice, email: 'dana@example.org', source: 'front page' })
  community.wait({ minutes: 5 })
  await dana.post(await linkTo('dana@example.org'))

  const person = await findPersonByEmail(community.db, 'dana@example.org')
  const consents = await listConsents(community.db, person?.id ?? '')
  expect(consents.map(({ kind, source, address }) => ({ kind, source, address }))).toEqual([
    { kind: 'given', source: 'front page', address: 'dana@example.org' },
    { kind: 'confirmed', source: 'mail to confirm', address: 'dana@example.org' },
  ])
  expect(consents[0]?.wording).toBe(
    'Monthly update. Once a month: what is coming up, a new tip, a recording, an answered question. We send you this by e-mail until you leave, which takes one click.',
  )
  await expect(community.db.updateTable('consent').set({ wording: 'Anything' }).execute()).rejects.toThrow('stays as it is')
})

test('a known address gets the same answer on the page, and one mail a day that shows the way', async () => {
  const ben = await community.person('Ben')
  await community.reader(ben)
  const stranger = community.stranger()

  const unknown = await stranger.post('/join', { ...choice, email: 'nobody@example.org' })
  const known = await stranger.post('/join', { ...choice, email: ben.email })
  await stranger.post('/join', { ...choice, email: ben.email })

  expect(known).toBe(unknown)
  expect(await community.mailTo(ben)).toEqual(['You are on the mailing list already'])
  expect(await linkTo(ben.email)).toMatch(/^\/preferences\//)
})

test('what a stranger types about Ben never becomes his, nor reaches his inbox', async () => {
  const ben = await community.person('Ben')
  const typed = { firstName: 'Buy pills', lastName: 'https://evil.example', organisation: 'Evil Inc', job: 'Cheap & fast' }
  await community.stranger().post('/join', { ...choice, ...typed, email: ben.email })

  const [mail] = await community.mails(ben)
  for (const word of Object.values(typed)) expect(JSON.stringify(mail)).not.toContain(word)
  expect(await findPersonByEmail(community.db, ben.email)).toMatchObject({
    firstName: 'Ben',
    lastName: '',
    organisation: 'Prairie Workforce Board',
  })

  await community.stranger().post(await linkTo(ben.email))
  expect(await findPersonByEmail(community.db, ben.email)).toMatchObject({ firstName: 'Ben', organisation: 'Prairie Workforce Board' })
})

test('a mail scanner that opens every link joins nobody', async () => {
  const stranger = community.stranger()
  await stranger.post('/join', { ...choice, email: 'dana@example.org' })
  for (const { links } of await community.mails('dana@example.org')) for (const link of links) await stranger.get(link)
  expect(await standing('dana@example.org')).toEqual([])
})

test('an altered, unknown or foreign link leads nowhere; a used one says what holds now', async () => {
  const dana = community.stranger()
  await dana.post('/join', { ...choice, email: 'dana@example.org' })
  const link = await linkTo('dana@example.org')
  for (const wrong of [
    `${link}x`,
    link.replace(/\.[^.]*$/, ''),
    `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
    '/join/confirm/x',
    '/join/confirm/%00.%00',
    link.replace('/join/confirm/', '/preferences/'),
  ])
    for (const method of ['GET', 'POST']) expect([wrong, (await dana.request(method, wrong)).status]).toEqual([wrong, 404])

  await dana.post(link)
  expect(await dana.get(link)).toContain('You have confirmed already')
  expect(await dana.post(link)).toContain('You have confirmed already')
  expect(await community.db.selectFrom('consent').select('kind').execute()).toHaveLength(2)
})

test('three mails a day to one address, sixty wishes an hour from one network', async () => {
  const stranger = community.stranger()
  for (let tries = 0; tries < 5; tries++)
    expect(await stranger.post('/join', { ...choice, email: 'dana@example.org' })).toContain(lookIntoYourInbox)
  expect(await community.mailTo('dana@example.org')).toHaveLength(3)

  for (let tries = 5; tries < 60; tries++) await stranger.post('/join', { ...choice, email: `reader${tries}@example.org` })
  const refused = await stranger.request('POST', '/join', { fields: { ...choice, email: 'late@example.org', firstName: 'Late' } })
  expect(refused.status).toBe(429)
  expect(refused.html).toContain('Try again in an hour')
  expect(refused.html).toContain('value="late@example.org"')
  expect(await community.mailTo('late@example.org')).toEqual([])

  community.wait({ hours: 1 })
  await stranger.post('/join', { ...choice, email: 'late@example.org' })
  expect(await community.mailTo('late@example.org')).toHaveLength(1)
})

test('a robot that fills in the hidden field gets the answer of everyone, and nothing happens', async () => {
  expect(await community.stranger().post('/join', { ...choice, email: 'dana@example.org', website: 'https://evil.example' })).toContain(
    lookIntoYourInbox,
  )
  expect(await community.mailTo('dana@example.org')).toEqual([])
  expect(await findPersonByEmail(community.db, 'dana@example.org')).toBeUndefined()
})

test('nothing ticked is said kindly, with what was typed still there', async () => {
  const page = await community.stranger().request('POST', '/join', { fields: { email: 'dana@example.org', lastName: 'Littlewolf' } })
  expect(page.status).toBe(422)
  expect(page.html).toContain('Choose at least one.')
  expect(page.html).toContain('value="Littlewolf"')
})

test('who left joins again the same way', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  await community.db.updateTable('subscription').set({ leftAt: community.now() }).where('listId', '=', list.id).execute()
  community.wait({ hours: 24 * 30 })

  await community.stranger().post('/join', { ...choice, email: ben.email })
  expect(await standing(ben.email)).toEqual([])
  await community.stranger().post(await linkTo(ben.email))
  expect(await standing(ben.email)).toHaveLength(1)
})

test('in Spanish the page, the mail and the proof are Spanish', async () => {
  const lucia = community.stranger()
  await lucia.post('/language', { language: 'es' })
  expect(await lucia.get('/join')).toContain('Inscríbase en la lista de correo')
  expect(await lucia.post('/join', { ...choice, email: 'lucia@example.org' })).toContain('Revise su correo')

  const [mail] = await community.mails('lucia@example.org')
  expect(mail?.subject).toBe('Por favor confirme: Boletín mensual')
  expect(mail?.body).toContain('Sí, envíenmelos')

  const elsewhere = community.stranger()
  expect(await elsewhere.get(await linkTo('lucia@example.org'))).toContain('¿Quiere recibir nuestros correos?')
  expect(await elsewhere.post(await linkTo('lucia@example.org'))).toContain('Guardar')
  expect(await findPersonByEmail(community.db, 'lucia@example.org')).toMatchObject({ language: 'es' })
})
