import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { seedTools } from '#tools'
import { useCommunity, type Browser } from '#test'
import { differenceIn, fewest, partLines, type Said } from './group.rules.ts'

const community = useCommunity()
let host: string
let join: string
const phones = (count: number): Browser[] => Array.from({ length: count }, () => community.stranger())

beforeEach(async () => {
  await seedTools(community.db, community.network, community.now())
  const facilitator = community.stranger()
  host = (await facilitator.request('POST', '/tools/health-check/rounds', { fields: { title: 'Gulf Coast <b>spring</b>' } })).location ?? ''
  join = /(\/rounds\/[0-9a-z]{5}-[0-9a-z]{5})</.exec(await facilitator.get(host))?.[1] ?? ''
})

/** What this phone sends: the hidden name it was given with the questions, and its answers. */
async function answer(phone: Browser, fields: Record<string, string>, at = join) {
  const token = /name="phone" value="([^"]+)"/.exec(await phone.get(at))?.[1] ?? ''
  return phone.request('POST', join, { fields: { phone: token, ...fields } })
}
const reveal = () => community.stranger().request('POST', `${host}/reveal`)

test('each answers on their own phone without an account; they see together where they agree and differ, and no name', async () => {
  const page = await community.stranger().get(host)
  expect(page).toContain('Gulf Coast &lt;b>spring&lt;/b>')
  expect(page).toMatch(/<svg class="qr-code"/)
  for (const [at, phone] of phones(6).entries()) {
    const said = at < 3 ? 'yes' : 'not_yet'
    const kept = await answer(phone, {
      part: at < 3 ? 'business' : 'public',
      'q-g_plan': said,
      'q-g_named': 'yes',
      'q-g_result': 'not_yet',
    })
    expect(kept.status).toBe(303)
    expect(await phone.get(kept.location ?? '')).toMatch(/We have your answers.*(person has|people have) answered/s)
    expect(await phone.get(kept.location ?? '')).not.toContain('Where you differ')
  }
  expect(await community.stranger().get(host)).toContain('6 people have answered')

  expect((await reveal()).status).toBe(303)

  const shown = await community.stranger().get(join)
  expect(shown).toMatch(/Where you differ.*There is a written plan.*Where you agree.*Every live priority/s)
  expect(shown).toMatch(/By part.*A business \(3\).*A public partner \(3\)/s)
  expect(shown).toContain('Pick one early win within 90 days')
  expect(shown).not.toContain('name="phone"')
})

test('one answer a phone: it may be changed, a second phone is another answer, and without cookies the address knows it', async () => {
  const [one, two, three] = [community.stranger(), community.stranger(), community.stranger()]
  const first = await answer(one, { 'q-g_plan': 'yes' })
  await answer(one, { 'q-g_plan': 'partly' })
  expect(await community.stranger().get(host)).toContain('1 person has answered')
  await answer(two, { 'q-g_plan': 'partly' })
  await answer(community.stranger(), { 'q-g_plan': 'yes' }, first.location ?? '')
  expect(await community.stranger().get(host)).toContain('2 people have answered')
  await answer(three, {})
  await reveal()
  expect(await one.get(join)).toContain('3 people have answered')
})

test('of fewer than three nothing is revealed; revealed twice is revealed once; what comes later is refused kindly', async () => {
  const late = community.stranger()
  const token = /name="phone" value="([^"]+)"/.exec(await late.get(join))?.[1] ?? ''
  const two = phones(2)
  for (const phone of two) await answer(phone, { 'q-g_plan': 'yes' })
  const refused = await reveal()
  expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('Wait until three people have answered')])
  await answer(community.stranger(), { 'q-g_plan': 'yes' })
  expect((await reveal()).status).toBe(303)
  expect((await reveal()).status).toBe(303)

  const tooLate = await late.request('POST', join, { fields: { phone: token, 'q-g_plan': 'not_yet' } })
  expect([tooLate.status, tooLate.html]).toEqual([409, expect.stringContaining('this came too late')])
  expect(await late.get(join)).toContain('3 people have answered')
})

test('a forged link, phone or code is answered with nothing; a code is read as people type it', async () => {
  const phone = community.stranger()
  const token = /name="phone" value="([^"]+)"/.exec(await phone.get(join))?.[1] ?? ''
  for (const forged of ['', 'nobody', `${token}x`, host.split('/').at(-1) ?? ''])
    expect((await phone.request('POST', join, { fields: { phone: forged, 'q-g_plan': 'yes' } })).status).toBe(404)
  for (const path of [
    '/rounds/00000-00000',
    '/rounds/00000-00000/stream',
    `/rounds/host/${token}`,
    `${host}x`,
    '/tools/ownership-test/rounds/new',
  ])
    expect((await phone.request('GET', path)).status).toBe(404)
  expect((await phone.request('POST', `/rounds/host/${token}/reveal`)).status).toBe(404)

  const typed = join.replace('/rounds/', '').replace('-', ' ').toUpperCase()
  expect((await phone.request('POST', '/rounds', { fields: { code: typed } })).location).toBe(join)
  expect((await phone.request('POST', '/rounds', { fields: { code: 'nothing' } })).status).toBe(422)
  expect((await phone.request('POST', '/tools/health-check/rounds', { fields: { title: '' } })).status).toBe(422)
})

test('whatever parts people are of, no line and no difference of lines tells of fewer than three', () => {
  const people = fc.array(fc.constantFrom('business', 'public', 'convener', null), { maxLength: 20 })
  fc.assert(
    fc.property(people, (parts) => {
      const said: Said[] = parts.map((part) => ({ part, answers: {} }))
      const lines = partLines(said, () => [])
      const left = said.length - lines.reduce((sum, line) => sum + line.people, 0)
      expect(lines.every((line) => line.people >= fewest)).toBe(true)
      expect(lines.length === 0 || left === 0 || left >= fewest).toBe(true)
    }),
  )
  const choice = (points: number | undefined) => ({ key: 'k', words: { en: 'x' }, ...(points !== undefined && { points }) })
  expect(
    differenceIn([
      { choice: choice(2), count: 4 },
      { choice: choice(0), count: 0 },
      { choice: choice(undefined), count: 3 },
    ]),
  ).toBe(0)
  expect(
    differenceIn([
      { choice: choice(2), count: 1 },
      { choice: choice(0), count: 1 },
    ]),
  ).toBe(1)
  expect(differenceIn([])).toBe(0)
})
