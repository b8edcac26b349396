import { expect, test } from 'vitest'
import { releaseMail, type Place } from '#platform/delivery'
import { useCommunity } from '#test'

const community = useCommunity()

/** Mail left from the real community; what runs here is a copy of it. */
async function copied() {
  const place: Place = { baseUrl: 'https://real.example.org', database: '1/1', machine: 'another' }
  await releaseMail(community.db, { place, by: null, waiting: 'send' }, community.now())
  await community.stranger().post('/join', { email: 'reader@example.net', 'list-monthly-update': 'yes' })
  return community.as(await community.person('Olga', { role: 'owner' }))
}

const states = async () => (await community.db.selectFrom('mail').select('state').execute()).map(({ state }) => state)

test('where nothing is held, the desk is silent and the page says so', async () => {
  const olga = community.as(await community.person('Olga', { role: 'owner' }))
  expect(await olga.get('/admin')).not.toContain('Mail is held')
  expect(await olga.get('/admin/held-mail')).toContain('No mail is held here.')
})

test('the desk and the outbox say that mail is held and why; the owner releases it with one button', async () => {
  const olga = await copied()
  expect(await olga.get('/admin')).toContain('Mail is held: this looks like a copy')
  expect(await olga.get('/outbox')).toContain('href="/admin/held-mail"')
  const page = await olga.get('/admin/held-mail')
  for (const words of ['https://real.example.org', 'https://community.example.org', 'Send mail from here, and the one that waits'])
    expect(page).toContain(words)

  expect(await olga.post('/admin/held-mail/release', { waiting: 'send' })).toContain('No mail is held here.')
  expect(await states()).toEqual(['waiting'])
  expect(await olga.get('/admin')).not.toContain('Mail is held')
})

test('what a backup held is stopped when the owner says so', async () => {
  const olga = await copied()
  await olga.post('/admin/held-mail/release', { waiting: 'stop' })
  expect(await states()).toEqual(['stopped'])
})

test('a copy is kept quiet for good, says so, and may speak again', async () => {
  const olga = await copied()
  expect(await olga.post('/admin/held-mail/quiet')).toContain('An owner said that this is a copy.')
  expect(await states()).toEqual(['stopped'])
  expect(await olga.get('/admin')).toContain('This is a copy: it sends no mail')
  expect(await olga.post('/admin/held-mail/release', { waiting: 'nonsense' })).toContain('No mail is held here.')
})

test('stewards read why, and cannot decide; to others there is no such page', async () => {
  await copied()
  const ada = community.as(await community.person('Ada'))
  expect(await ada.get('/admin')).toContain('Mail is held')
  const page = await ada.get('/admin/held-mail')
  expect(page).toContain('An owner of the community decides this')
  expect(page).not.toContain('<button class="button danger"')
  for (const path of ['/admin/held-mail/release', '/admin/held-mail/quiet'])
    expect((await ada.request('POST', path, { fields: { waiting: 'send' } })).status).toBe(404)
  for (const browser of [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Chidi'))])
    expect((await browser.request('GET', '/admin/held-mail')).status).toBe(404)
  expect(await states()).toEqual(['waiting'])
})
