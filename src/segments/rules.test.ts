import { expect, test } from 'vitest'
import { findOrBeginPerson } from '#people'
import { useCommunity, type TestPerson } from '#test'
import { conditionOf, type Asking } from './condition.data.ts'
import { countPeople, countReadersIn } from './count.data.ts'
import { readDefinition, type Definition, type Part } from './definition.rules.ts'
import { ruleKindNames } from './rule-kinds.rules.ts'

const community = useCommunity()

const asking = (): Asking => ({ networkId: community.network.id, language: 'en', timeZone: 'America/Chicago' })

const definitionOf = (...parts: object[]): Definition =>
  readDefinition({ v: 1, root: { id: 'root', kind: 'group', join: 'all', parts: parts.map(withId) } })

const withId = (part: object, place: number) => ({ id: `part${place}`, not: false, ...part })

/** The first names of those of whom the rules are true. */
async function who(...parts: object[]): Promise<string[]> {
  const { people, sample } = await countPeople(community.db, definitionOf(...parts), asking())
  const names = sample.map(({ firstName }) => firstName).toSorted()
  expect(people).toBe(names.length)
  return names
}

test('what people say of themselves', async () => {
  await community.person('Ada', { state: 'NE', language: 'en' })
  await community.person('Ben', { state: 'NE', organisationKind: 'college' })
  await community.person('Chidi', { state: 'TX', organisationKind: 'chamber', language: 'es' })

  expect(await who({ kind: 'state', states: ['NE'] })).toEqual(['Ada', 'Ben'])
  expect(await who({ kind: 'state', states: ['NE'], not: true })).toEqual(['Chidi'])
  expect(await who({ kind: 'state', states: ['TX', 'KS'] })).toEqual(['Chidi'])
  expect(await who({ kind: 'role', roles: ['steward', 'owner'] })).toEqual(['Ada'])
  expect(await who({ kind: 'organisation', kinds: ['college', 'chamber'] })).toEqual(['Ben', 'Chidi'])
  expect(await who({ kind: 'language', languages: ['es'] })).toEqual(['Chidi'])
  // Who chose none reads the community's.
  expect(await who({ kind: 'language', languages: ['en'] })).toEqual(['Ada', 'Ben'])
  expect(await who({ kind: 'language', languages: ['es'], not: true })).toEqual(['Ada', 'Ben'])
})

test('when they came: the day begins at midnight where the community is', async () => {
  const at = (moment: string) => ({ beganAt: Temporal.Instant.from(moment) })
  const people = { Ada: at('2026-03-01T05:59:59Z'), Ben: at('2026-03-01T06:00:00Z'), Chidi: at('2026-03-02T12:00:00Z') }
  for (const [name, { beganAt }] of Object.entries(people)) {
    const { id } = await community.person(name)
    await community.db.updateTable('person').set({ beganAt }).where('id', '=', id).execute()
  }
  expect(await who({ kind: 'joined', side: 'before', day: '2026-03-01' })).toEqual(['Ada'])
  expect(await who({ kind: 'joined', side: 'since', day: '2026-03-01' })).toEqual(['Ben', 'Chidi'])
})

test('lists: on one, left one, back again; an address that never answered is nobody yet', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  const list = await community.reader(ben)
  await community.reader(chidi)
  await community.stranger().post('/join', { email: 'typed@example.org', 'list-monthly-update': 'yes' })
  const on = { kind: 'list', standing: 'on', list: list.id }
  const left = { kind: 'list', standing: 'left', list: list.id }
  expect(await who(on)).toEqual(['Ben', 'Chidi'])
  expect(await who()).toEqual(['Ben', 'Chidi'])

  await community.as(chidi).post('/me/lists/departure')
  expect([await who(on), await who(left), await who({ ...on, not: true })]).toEqual([['Ben'], ['Chidi'], ['Chidi']])

  await community.as(chidi).post('/me/lists', { 'list-monthly-update': 'yes', language: 'en', firstName: 'Chidi' })
  expect([await who(on), await who(left)]).toEqual([['Ben', 'Chidi'], []])

  await community.as(ben).post('/me/leaving', {})
  expect(await who(on)).toEqual(['Chidi'])
})

test('a list beyond the sixty-second is counted too', async () => {
  const { db, network } = community
  const lists = Array.from({ length: 64 }, (_, place) => ({
    id: crypto.randomUUID(),
    networkId: network.id,
    slug: `list-${place}`,
    name: JSON.stringify({ en: 'List', es: 'Lista' }),
    description: JSON.stringify({ en: '', es: '' }),
    beganAt: community.now(),
  }))
  await db.insertInto('list').values(lists).execute()
  const list = await community.reader(await community.person('Ben'), 'list-63')
  // Of Dana nobody knows more than that she is on that list.
  const dana = await findOrBeginPerson(db, { email: 'dana@example.org', firstName: 'Dana' }, community.now())
  await community.reader(dana, 'list-63')
  await community.person('Chidi')
  expect(await db.selectFrom('segmentList').select('bit').where('listId', '=', list.id).execute()).toEqual([])

  expect(await who({ kind: 'list', standing: 'on', list: list.id })).toEqual(['Ben', 'Dana'])
  expect(await who({ kind: 'list', standing: 'on', list: list.id, not: true })).toEqual(['Chidi'])
})

test('a network inside the community counts its own people, by their roles and lists there', async () => {
  const { db, network } = community
  const cast = { Ada: 'steward', Ben: 'member', Chidi: 'member', Rosa: 'member', Omar: 'member' } as const
  const ids = new Map<string, string>()
  for (const name of Object.keys(cast)) ids.set(name, (await community.person(name)).id)
  const [prairie, list] = [crypto.randomUUID(), crypto.randomUUID()]
  const { parentId: _none, ...root } = await db.selectFrom('network').selectAll().where('id', '=', network.id).executeTakeFirstOrThrow()
  const now = community.now()
  await db
    .insertInto('network')
    .values({ ...root, id: prairie, parentId: network.id, name: 'Prairie' })
    .execute()
  const words = JSON.stringify({ en: 'Prairie news', es: 'Noticias' })
  await db
    .insertInto('list')
    .values({ id: list, networkId: prairie, slug: 'prairie', name: words, description: words, beganAt: now })
    .execute()
  const personId = (name: string) => ids.get(name) ?? ''
  for (const [name, role] of [['Ben', 'steward'] as const, ['Chidi', 'member'] as const])
    await db
      .insertInto('membership')
      .values({ networkId: prairie, personId: personId(name), role, beganAt: now })
      .execute()
  await db
    .insertInto('subscription')
    .values({ networkId: prairie, listId: list, personId: personId('Rosa'), askedAt: now, confirmedAt: now })
    .execute()
  const there = { ...asking(), networkId: prairie }
  const namesIn = async (...parts: object[]) => {
    const { people, readers, sample } = await countPeople(db, definitionOf(...parts), there)
    return { people, readers, names: sample.map(({ firstName }) => firstName).toSorted() }
  }

  expect(await namesIn()).toEqual({ people: 3, readers: { [list]: 1 }, names: ['Ben', 'Chidi', 'Rosa'] })
  expect((await namesIn({ kind: 'role', roles: ['steward'] })).names).toEqual(['Ben'])
  expect((await namesIn({ kind: 'list', standing: 'on', list })).names).toEqual(['Rosa'])
  expect((await namesIn({ kind: 'list', standing: 'on', list, not: true })).names).toEqual(['Ben', 'Chidi'])
  expect(await who({ kind: 'role', roles: ['steward'] })).toEqual(['Ada'])
  expect(await who()).toHaveLength(5)
})

test('events: each answer, each question, and who waits for a date', async () => {
  const cast: Record<string, TestPerson> = {}
  for (const name of ['Ada', 'Ben', 'Chidi', 'Rosa', 'Omar']) cast[name] = await community.person(name)
  const { id: event } = await community.event({ title: 'Spring call', seats: 1 })
  const { id: open } = await community.event({ title: 'Academy', open: true })
  const as = (name: string) => community.as(cast[name] ?? { id: '', email: '', firstName: '', session: '' })
  await as('Ben').post('/events/spring-call/rsvp', { question: 'How do we begin?' })
  await as('Chidi').post('/events/spring-call/rsvp')
  await as('Rosa').post('/events/spring-call/regret')
  await community.db
    .insertInto('eventInterest')
    .values({ eventId: open, personId: cast['Omar']?.id ?? '', askedAt: community.now(), confirmedAt: community.now() })
    .execute()
  const rule = (answer: string, which = event, more = {}) => ({ kind: 'event', answer, event: which, ...more })

  expect(await who(rule('rsvped'))).toEqual(['Ben', 'Chidi'])
  expect(await who(rule('rsvped', event, { not: true }))).toEqual(['Ada', 'Omar', 'Rosa'])
  expect(await who(rule('seated'))).toEqual(['Ben'])
  expect(await who(rule('waiting'))).toEqual(['Chidi'])
  expect(await who(rule('declined'))).toEqual(['Rosa'])
  expect(await who(rule('silent'))).toEqual(['Ada', 'Omar'])
  expect(await who(rule('question', 'any'))).toEqual(['Ben'])
  expect(await who(rule('date', open))).toEqual(['Omar'])
  expect(await who(rule('attended'))).toEqual([])
  community.wait({ hours: 24 * 14 + 2 })
  await as('Ben').post('/events/spring-call/call')
  expect(await who(rule('attended'))).toEqual(['Ben'])
  expect(await who(rule('attended', 'any', { not: true }))).toEqual(['Ada', 'Chidi', 'Omar', 'Rosa'])
  expect(await who(rule('rsvped', crypto.randomUUID()))).toEqual([])
})

test('topics that people chose', async () => {
  const ben = await community.person('Ben')
  await community.person('Chidi')
  const [topic, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const name = JSON.stringify({ en: 'Manufacturing', es: 'Manufactura' })
  await community.db.insertInto('topic').values({ id: topic, networkId: community.network.id, name, beganAt: community.now() }).execute()
  await community.db.insertInto('topicInterest').values({ topicId: topic, personId: ben.id, chosenAt: community.now() }).execute()

  expect(await who({ kind: 'topic', topic })).toEqual(['Ben'])
  expect(await who({ kind: 'topic', topic, not: true })).toEqual(['Chidi'])
  expect(await who({ kind: 'topic', topic: other })).toEqual([])
})

test('tools that people used while signed in, to the end', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await community.tools()
  const tools = await community.db.selectFrom('tool').select(['id', 'slug']).execute()
  const idOf = (slug: string) => tools.find((tool) => tool.slug === slug)?.id ?? ''
  await community.as(ben).post('/tools/ownership-test', { 'q-what': 'Call the firms' })
  await community.as(chidi).post('/tools/ownership-test', { 'q-what': 'Call the firms', act: 'keep' })
  await community.stranger().post('/tools/ownership-test', { 'q-what': 'Call the firms' })

  expect(await who({ kind: 'tool', tool: idOf('ownership-test') })).toEqual(['Ben'])
  expect(await who({ kind: 'tool', tool: 'any', not: true })).toEqual(['Chidi'])
  expect(await who({ kind: 'tool', tool: idOf('health-check') })).toEqual([])
})

test('readers of a list of whom it is true, by language', async () => {
  const [ben, chidi] = [await community.person('Ben', { state: 'NE' }), await community.person('Chidi', { state: 'TX' })]
  const rosa = await community.person('Rosa', { state: 'NE', language: 'es' })
  await community.person('Omar', { state: 'NE' })
  const [list] = await Promise.all([community.reader(ben), community.reader(chidi), community.reader(rosa)])
  const definition = definitionOf({ kind: 'state', states: ['NE'] })
  const counts = await countReadersIn(community.db, { listId: list.id, definition }, asking())
  expect(Object.fromEntries(counts.map(({ language, count }) => [language, count]))).toEqual({ null: 1, es: 1 })
})

const hostile = [
  "'; drop table person; --",
  '" or "1"="1',
  '$1',
  '${x}',
  '\\',
  '/*',
  '*/ union select',
  '?',
  ':name',
  '{{firstName}}',
  '\u0000',
  '‮evil',
  '🙂',
  'x'.repeat(10_000),
  '',
]

/** A source of chance that tells the same story each time. */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

/** A definition of any shape, as if no schema had looked at its words. */
function anyDefinition(dice: (below: number) => number, word: () => string): Definition {
  const words = () => Array.from({ length: 1 + dice(3) }, word)
  const rule = (): object => {
    const values = {
      states: words(),
      roles: words(),
      kinds: words(),
      languages: words(),
      day: word(),
      list: word(),
      event: word(),
      topic: word(),
      tool: word(),
    }
    const choices = { side: ['before', 'since'][dice(2)], standing: ['on', 'left'][dice(2)] }
    const answer = ['rsvped', 'seated', 'waiting', 'declined', 'silent', 'question', 'date', 'attended'][dice(8)]
    return { id: word(), kind: ruleKindNames[dice(ruleKindNames.length)], not: dice(2) === 0, ...values, ...choices, answer }
  }
  const group = (depth: number): object => {
    const parts = Array.from({ length: 1 + dice(4) }, () => (depth < 3 && dice(3) === 0 ? group(depth + 1) : rule()))
    return { id: word(), kind: 'group', join: ['all', 'any', 'none'][dice(3)], parts }
  }
  return { v: 1, root: group(0) as Extract<Part, { kind: 'group' }> }
}

test('whatever words a definition holds, they become parameters and never a part of the statement', () => {
  const sqlOf = (seed: number, word: (dice: (below: number) => number) => string) => {
    const [shape, words] = [chance(seed), chance(seed + 1)]
    const { network } = community
    const definition = anyDefinition(shape, () => word(words) || '-')
    return community.db
      .selectFrom('segmentPerson')
      .select('personId')
      .where(conditionOf(definition, { networkId: network.id, language: 'en', timeZone: word(words) }))
      .compile()
  }
  for (let seed = 0; seed < 500; seed++) {
    const hurtful = sqlOf(seed, (dice) => hostile[dice(hostile.length)] ?? '')
    const plain = sqlOf(seed, () => 'plain')
    expect(hurtful.sql).toBe(plain.sql)
    expect(hurtful.parameters.length).toBe(plain.parameters.length)
    expect(hurtful.sql).toMatch(/^[a-z0-9_\s"'.,()$=<>:&[\]]*$/)
  }
})

test('what is no definition is refused before anything is asked', () => {
  const rule = { id: 'part0', kind: 'state', not: false, states: ['NE'] }
  const root = (parts: unknown[]) => ({ v: 1, root: { id: 'root', kind: 'group', join: 'all', parts } })
  expect(readDefinition(root([rule])).root.parts).toHaveLength(1)
  for (const wrong of [
    null,
    { ...root([]), v: 2 },
    root([{ ...rule, states: ['XX'] }]),
    root([{ ...rule, kind: 'sql', text: 'true' }]),
    root([{ ...rule, kind: 'constructor' }]),
    root(Array.from({ length: 41 }, () => rule)),
    root([{ id: 'part0', kind: 'event', not: false, answer: 'applauded', event: 'any' }]),
    root([{ id: 'part0', kind: 'list', not: false, standing: 'on', list: "' or true" }]),
    root([{ id: 'part0', kind: 'joined', not: false, side: 'before', day: '2026-02-30' }]),
  ])
    expect(() => readDefinition(wrong)).toThrow(/"code"/)
})
