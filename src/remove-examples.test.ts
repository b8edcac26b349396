import { expect, test } from 'vitest'
import { seedPeople, seedReaders } from '#mailing'
import { useCommunity } from '#test'

const community = useCommunity()
const removal = '/admin/examples/removal'

async function seeded() {
  for (const seed of [seedPeople, seedReaders]) await seed(community.db, community.network, community.now())
}
const people = async () => (await community.db.selectFrom('person').select('email').orderBy('email').execute()).map(({ email }) => email)

test('Olga removes the invented people in one act; whoever is real stays, and nobody is written to', async () => {
  await seeded()
  const owner = community.as(await community.person('Olga', { role: 'owner', email: 'olga@example.net' }))
  const dana = await community.person('Dana', { email: 'dana@example.net' })
  await community.reader(dana)
  expect(await owner.get('/admin')).toContain('24 invented people are here.')
  expect(await owner.get(removal)).toContain('24 invented people came with the first start')
  expect(await people()).toHaveLength(26)

  expect(await owner.post(removal)).not.toContain('invented')
  expect(await people()).toEqual(['dana@example.net', 'olga@example.net'])
  expect(await community.db.selectFrom('reader').select('email').execute()).toEqual([{ email: 'dana@example.net' }])
  expect(await community.db.selectFrom('mail').select('id').execute()).toEqual([])
  expect((await owner.request('GET', removal)).status).toBe(404)
  expect((await owner.request('POST', removal)).status).toBe(303)
})

test('an invented person who was made an owner stays: the community needs one', async () => {
  await seeded()
  const ben = await community.person('Ben')
  await community.db.updateTable('membership').set({ role: 'owner' }).where('personId', '=', ben.id).execute()
  await community.as(ben).post(removal)
  expect(await people()).toEqual([ben.email])
})

test('stewards, members and strangers remove nobody', async () => {
  await seeded()
  for (const browser of [community.as(await community.person('Ada')), community.as(await community.person('Ben')), community.stranger()])
    for (const method of ['GET', 'POST']) expect((await browser.request(method, removal)).status).toBe(404)
  expect(await people()).toHaveLength(24)
})
