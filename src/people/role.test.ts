import { describe, expect, test } from 'vitest'
import { ownCommunity, useCommunity, type Community, type TestPerson } from '#test'
import { isLastOwner } from './role.rules.ts'

const community = useCommunity()
const cast = async (at: Community = community) => ({
  olga: await at.person('Olga', { role: 'owner' }),
  ada: await at.person('Ada'),
  ben: await at.person('Ben'),
})
const give = (by: TestPerson, to: TestPerson, role: string, at: Community = community) =>
  at.as(by).request('POST', `/admin/people/${to.id}/role`, { fields: { role } })
const roleOf = async (person: TestPerson, at: Community = community) =>
  (await at.db.selectFrom('membership').select('role').where('personId', '=', person.id).executeTakeFirstOrThrow()).role

describe('giving and taking roles', () => {
  test('the owner makes Ben a steward; it holds at once, is noted, and he is told', async () => {
    const { olga, ben } = await cast()
    expect((await community.as(ben).request('GET', '/admin/people')).status).toBe(404)

    expect(await community.as(olga).post(`/admin/people/${ben.id}/role`, { role: 'steward' })).toContain('The role is changed.')

    expect((await community.as(ben).request('GET', '/admin/people')).status).toBe(200)
    expect(await community.mailTo(ben)).toEqual(['You are a steward of Prairie Network now'])
    const page = await community.as(olga).get(`/admin/people/${ben.id}`)
    expect(page).toContain('From Member to Steward')
    expect(page).toContain('by Olga')
  })

  test('and takes it back', async () => {
    const { olga, ada } = await cast()
    await give(olga, ada, 'member')

    expect((await community.as(ada).request('GET', '/admin/people')).status).toBe(404)
    expect(await community.mailTo(ada)).toEqual(['You are a member of Prairie Network now'])
  })

  test('the same role again is no change: nothing is noted, nobody is told', async () => {
    const { olga, ada } = await cast()
    expect((await give(olga, ada, 'steward')).status).toBe(303)

    expect(await community.db.selectFrom('roleChange').select('id').execute()).toEqual([])
    expect(await community.mailTo(ada)).toEqual([])
  })

  test('the last owner stays one; with another, may step down', async () => {
    const { olga, ada } = await cast()
    const refused = await give(olga, olga, 'member')
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('The community needs an owner.')
    expect(await roleOf(olga)).toBe('owner')

    await give(olga, ada, 'owner')
    expect((await give(olga, olga, 'member')).location).toBe('/me')
    expect([await roleOf(olga), await roleOf(ada)]).toEqual(['member', 'owner'])
  })

  test('neither a steward nor a member gives roles, to nobody', async () => {
    const { ada, ben, olga } = await cast()
    for (const [by, to] of [
      [ada, ada],
      [ada, ben],
      [ben, ben],
      [ben, olga],
    ] as const)
      expect((await give(by, to, 'owner')).status).toBe(404)
    expect((await community.stranger().request('POST', `/admin/people/${ben.id}/role`, { fields: { role: 'owner' } })).status).toBe(404)
    expect(await community.as(ada).get(`/admin/people/${ben.id}`)).not.toContain('Give this role')
    expect([await roleOf(ada), await roleOf(ben), await roleOf(olga)]).toEqual(['steward', 'member', 'owner'])
  })

  test('roles that are none, and people who are not here, are not there', async () => {
    const { olga, ben } = await cast()
    for (const role of ['', 'admin', 'Owner']) expect((await give(olga, ben, role)).status).toBe(404)
    for (const id of [crypto.randomUUID(), 'nobody', "' or 1=1"]) {
      expect(
        (await community.as(olga).request('POST', `/admin/people/${encodeURIComponent(id)}/role`, { fields: { role: 'owner' } })).status,
      ).toBe(404)
      expect((await community.as(olga).request('GET', `/admin/people/${encodeURIComponent(id)}`)).status).toBe(404)
    }
  })

  test('two owners who take each other’s role at the same moment leave one', async () => {
    const { community: real, close } = await ownCommunity()
    try {
      for (let time = 0; time < 5; time++) {
        const [one, other] = [await real.person(`One${time}`, { role: 'owner' }), await real.person(`Other${time}`, { role: 'owner' })]
        await real.db.updateTable('membership').set({ role: 'member' }).where('personId', 'not in', [one.id, other.id]).execute()
        await Promise.all([
          give(one, other, 'member', real),
          give(other, one, 'member', real),
          give(one, one, 'member', real),
          give(other, other, 'member', real),
        ])
        expect(await real.db.selectFrom('membership').select('personId').where('role', '=', 'owner').execute()).toHaveLength(1)
      }
    } finally {
      await close()
    }
  })
})

describe('finding people', () => {
  test('by name, address or organization, in any order and case', async () => {
    const { ada } = await cast()
    await community.person('Chidi', { lastName: 'Eze' })
    const find = (q: string, more = '') => community.as(ada).get(`/admin/people?q=${encodeURIComponent(q)}${more}`)

    expect(await find('')).toContain('4 people')
    for (const q of ['chidi', 'EZE chidi', 'chidi@example', 'another', '  eze ']) {
      const page = await find(q)
      expect(page, q).toContain('One person')
      expect(page, q).toContain('Chidi Eze')
    }
    for (const q of ['%', '_', '\\', "'", 'chidi ada', '<script>']) expect(await find(q), q).toContain('Nobody is found by that.')
    expect(await find('<script>')).toContain('value="&lt;script>"')
    expect(await find('', '&role=owner')).toContain('One person')
    expect(await find('', '&role=nonsense&before=nonsense')).toContain('4 people')
  })

  test('fifty on a page, those who came last first, and on to the next', async () => {
    const { ada } = await cast()
    for (let number = 1; number <= 120; number++) {
      await community.db
        .insertInto('person')
        .values({
          id: `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`,
          email: `p${number}@example.org`,
          beganAt: community.now(),
        })
        .execute()
      await community.db
        .insertInto('membership')
        .values({
          networkId: community.network.id,
          personId: `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`,
          role: 'member',
          beganAt: community.now(),
        })
        .execute()
    }
    let firstPage: string | undefined
    const seen: string[] = []
    let address: string | undefined = '/admin/people?q=p'
    const sizes: number[] = []
    while (address) {
      const page: string = await community.as(ada).get(address.replaceAll('&amp;', '&'))
      const found = [...page.matchAll(/p\d+@example\.org<\/a>/g)].map(([match]) => match)
      firstPage ??= page
      sizes.push(found.length)
      seen.push(...found)
      address = /rel="next" href="([^"]+)"/.exec(page)?.[1]
    }
    expect(firstPage).toContain('More than 50 people')
    expect(sizes).toEqual([47, 50, 23])
    expect(new Set(seen).size).toBe(120)
  })

  test('people of another network are not there', async () => {
    const { olga, ben } = await cast()
    await community.db.deleteFrom('membership').where('personId', '=', ben.id).execute()

    expect(await community.as(olga).get('/admin/people')).not.toContain('ben@example.org')
    expect((await community.as(olga).request('GET', `/admin/people/${ben.id}`)).status).toBe(404)
    expect((await give(olga, ben, 'owner')).status).toBe(404)
  })

  test('strangers and members find no such page', async () => {
    const { ben, ada } = await cast()
    for (const path of ['/admin/people', `/admin/people/${ada.id}`]) {
      expect((await community.stranger().request('GET', path)).status).toBe(404)
      expect((await community.as(ben).request('GET', path)).status).toBe(404)
    }
  })
})

test.each([
  [[], false],
  [['a me'], true],
  [['a me', 'a other'], false],
  [['a me', 'b me', 'b other'], true],
  [['a me', 'a other', 'b me', 'b other'], false],
  [['a other'], false],
])('owners %j: the last one is %s', (owners, last) => {
  expect(
    isLastOwner(
      owners.map((owner) => ({ networkId: owner.slice(0, 1), personId: owner.slice(2) })),
      'me',
    ),
  ).toBe(last)
})
