import { beforeEach, expect, test } from 'vitest'
import { fieldsIn as typedIn, useCommunity, type Browser } from '#test'

const community = useCommunity()
let ada: Browser
beforeEach(async () => {
  ada = community.as(await community.person('Ada'))
})

const beginSegment = async (name = 'Plains') => (await ada.request('POST', '/admin/segments', { fields: { name } })).location ?? ''

/** What the form would send: its fields, and the boxes that are ticked. */
function fieldsIn(html: string): Record<string, string> {
  const ticked = [...html.matchAll(/<input name="([^"]+)"[^>]*\bchecked\b[^>]*type="checkbox"/g)].map(([, name = '']) => [name, 'yes'])
  return { ...typedIn(html), ...(Object.fromEntries(ticked) as Record<string, string>) }
}

/** Presses a button of the segment's page, with some fields changed; gives the page that follows. */
async function press(at: string, act: string, changes: Record<string, string> = {}): Promise<string> {
  return ada.post(at, { ...fieldsIn(await ada.get(at)), ...changes, act })
}

const partsIn = (html: string) => (fieldsIn(html)['order'] ?? '').split(',').filter(Boolean)

async function addRule(at: string, kind: string, values: Record<string, string>, group = 'root'): Promise<string> {
  const before = partsIn(await ada.get(at))
  const id = partsIn(await press(at, `add:${group}`, { [`${group}-new`]: kind })).find((part) => !before.includes(part)) ?? ''
  return press(at, 'save', Object.fromEntries(Object.entries(values).map(([name, value]) => [`${id}-${name}`, value])))
}

/** The sentence and the figures of the page, without their markup. */
const audience = (html: string) =>
  html
    .slice(html.indexOf('id="audience"'), html.indexOf('</segment-count>'))
    .replace(/^[^>]*>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

test('Ada builds a segment without script, in a sentence she can read back, and sees who it is', async () => {
  await community.event({ title: 'Spring call' })
  const [ben, rosa] = [await community.person('Ben', { state: 'NE' }), await community.person('Rosa', { state: 'KS' })]
  await community.person('Omar', { state: 'TX' })
  await community.reader(rosa)
  await community.as(ben).post('/events/spring-call/rsvp')
  const at = await beginSegment()
  expect(audience(await ada.get(at))).toContain('Everybody.')

  await addRule(at, 'state', { 'states-NE': 'yes', states: 'KS' })
  expect(audience(await ada.get(at))).toContain('People who are in Kansas or Nebraska. People 2')
  const event = await community.db.selectFrom('event').select('id').executeTakeFirstOrThrow()
  const page = audience(await addRule(at, 'event', { event: event.id, not: 'yes' }))

  expect(page).toContain('People who are in Kansas or Nebraska and have not RSVPed to “Spring call (Wednesday, March 18, 2026)”')
  expect(page).toContain('People 1 On Monthly update 1 On Event news 0')
  expect(page).toContain('Rosa · rosa@example.org')
  expect(await ada.get('/admin/segments')).toContain('People who are in Kansas or Nebraska and have not RSVPed')
})

test('groups within groups are read as they stand', async () => {
  await community.person('Ben', { state: 'NE', organisationKind: 'college' })
  await community.person('Rosa', { state: 'KS', language: 'es' })
  await community.person('Omar', { state: 'NE', language: 'es' })
  const at = await beginSegment()
  await addRule(at, 'state', { states: 'NE' })
  const group = partsIn(await press(at, 'group:root')).at(-1) ?? ''
  await press(at, 'save', { [`${group}-join`]: 'none' })
  await addRule(at, 'organisation', { 'kinds-college': 'yes' }, group)

  const page = await addRule(at, 'language', { 'languages-en': 'yes' }, group)

  expect(audience(page)).toContain(
    'are in Nebraska and (are not those who have an organization of the kind College or university or read English). People 1',
  )
  expect(audience(page)).toContain('Omar · omar@example.org')
  expect(audience(await press(at, `remove:${group}`))).toContain('People who are in Nebraska. People 2')
})

test('a rule that lacks its choice is true of nobody, and the page says what to do', async () => {
  const at = await beginSegment()
  const page = await press(at, 'add:root', { 'root-new': 'event' })
  expect(audience(page)).toContain('People who … (a rule without its choice). Finish each rule first')
})

test('counting changes nothing, and shows what was typed', async () => {
  await community.person('Ben', { state: 'NE' })
  const at = await beginSegment()
  await addRule(at, 'state', { states: 'TX' })
  const fields = fieldsIn(await ada.get(at))
  const [id = ''] = partsIn(await ada.get(at))

  const page = await ada.post(`${at}/count`, { ...fields, name: 'Other', [`${id}-states`]: 'NE' })

  expect(audience(page)).toContain('People who are in Nebraska or Texas. People 1')
  expect(audience(await ada.get(at))).toContain('People who are in Texas. People 0 On Monthly update 0 On Event news 0 Nobody, just now.')
  expect(await ada.get(at)).toContain('Plains')
})

test('a segment is copied, renamed, and removed for good', async () => {
  const at = await beginSegment()
  await addRule(at, 'state', { states: 'NE' })
  expect(await ada.post(`${at}/copy`)).toContain('This is the copy.')
  const copy = await community.db.selectFrom('segment').select('id').where('name', '=', 'Copy of Plains').executeTakeFirstOrThrow()
  expect(await press(`/admin/segments/${copy.id}`, 'save', { name: 'Great Plains' })).toContain('Saved.')
  expect(audience(await ada.get(`/admin/segments/${copy.id}`))).toContain('are in Nebraska')

  expect(await ada.get(`${at}/removal`)).toContain('“Plains” and its rules will be gone for good.')
  expect(await ada.post(`${at}/removal`)).not.toContain('>Plains<')
  expect((await ada.request('GET', at)).status).toBe(404)
})

test('of two stewards who write at once, the second is told and loses nothing', async () => {
  const at = await beginSegment()
  const seen = fieldsIn(await ada.get(at))
  community.wait({ minutes: 1 })
  await press(at, 'save', { name: 'Hers' })

  const page = await ada.request('POST', at, { fields: { ...seen, name: 'Mine', act: 'save' } })

  expect(page.status).toBe(409)
  expect(page.html).toContain('Somebody else saved this text while you were writing.')
  expect(fieldsIn(page.html)['name']).toBe('Mine')
  expect(await ada.get(at)).toContain('>Hers</h1>')
})

test('whatever a form is made to say, what is kept is a definition, or a sentence says to open the page again', async () => {
  const at = await beginSegment()
  const fields = fieldsIn(await ada.get(at))
  const forged = {
    ...fields,
    act: 'save',
    order: 'aaaa1,bbbb2',
    'aaaa1-kind': 'state',
    'aaaa1-in': 'root',
    'aaaa1-states': "NE'; drop table person; --",
  }
  const refused = await ada.request('POST', at, { fields: forged })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Something in this form is not what the page offered.')
  expect((await ada.request('POST', at, { fields: { ...fields, name: ' ' } })).status).toBe(422)

  const odd = { 'aaaa1-kind': '__proto__', 'bbbb2-kind': 'group', 'bbbb2-in': 'bbbb2', 'bbbb2-join': 'xor' }
  expect(await ada.post(at, { ...fields, act: 'add:nowhere', 'nowhere-new': 'state', order: 'aaaa1,bbbb2', ...odd })).toContain(
    '(a group without rules)',
  )
  const deep = Object.fromEntries(
    ['aaaa', 'bbbb', 'cccc', 'dddd', 'eeee'].flatMap((id, place, all) => [
      [`${id}-kind`, 'group'],
      [`${id}-in`, all[place - 1] ?? 'root'],
    ]),
  )
  const now = fieldsIn(await ada.get(at))
  expect((await ada.request('POST', at, { fields: { ...now, order: 'aaaa,bbbb,cccc,dddd,eeee', ...deep } })).status).toBe(422)
})

test('to members, strangers and other organizations segments are not there', async () => {
  const at = await beginSegment()
  for (const browser of [community.stranger(), community.as(await community.person('Ben')), community.as(await community.person('Chidi'))])
    for (const [method, path] of [
      ['GET', '/admin/segments'],
      ['POST', '/admin/segments'],
      ['GET', at],
      ['POST', at],
      ['POST', `${at}/count`],
      ['POST', `${at}/copy`],
      ['GET', `${at}/removal`],
      ['POST', `${at}/removal`],
    ] as const)
      expect([path, (await browser.request(method, path)).status]).toEqual([path, 404])
  for (const id of ['x', crypto.randomUUID()]) expect((await ada.request('GET', `/admin/segments/${id}`)).status).toBe(404)
})

test('in Spanish the sentence is Spanish', async () => {
  const marisol = community.as(await community.person('Marisol', { role: 'steward', language: 'es' }))
  const at = await beginSegment()
  await addRule(at, 'state', { states: 'NE' })
  expect(audience(await marisol.get(at))).toContain('Personas que están en Nebraska.')
})
