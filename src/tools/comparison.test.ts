import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { useCommunity } from '#test'
import { compareTools } from './comparison.actions.ts'
import { differenceOf, fewestCompared, nextComparison, type ComparedRun } from './comparison.rules.ts'
import { seedTools, starterTools } from './tool.seed.ts'

const community = useCommunity()
beforeEach(() => seedTools(community.db, community.network, community.now()))

const names = ['Ben', 'Chidi', 'Dana', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jo', 'Kai']

/** A member answers, and lets it count. */
async function count(name: string, plan: string): Promise<string> {
  const browser = community.as(await community.person(name))
  const { location } = await browser.request('POST', '/tools/health-check', { fields: { 'q-g_plan': plan } })
  await browser.post(`${location}/comparison`, { counts: 'yes' })
  return location ?? ''
}
const compare = () => compareTools(community.db, community.network.id, community.now())

test('nothing is compared below five members; then their answers stand together, and one more changes nothing', async () => {
  const links: string[] = []
  for (const name of names.slice(0, 4)) links.push(await count(name, 'yes'))
  await compare()
  const ben = community.as(await community.person('Ben'))
  expect(await ben.get(links[0] ?? '')).toContain('Nothing is shown until five members')

  await count('Fay', 'partly')
  await compare()
  expect(await ben.get(links[0] ?? '')).toMatch(/There is a written plan.*nearly all.*Withdraw my result/s)
  expect(await community.stranger().get(links[0] ?? '')).not.toContain('Withdraw my result')

  community.wait({ hours: 24 })
  await count('Gus', 'partly')
  await ben.post(`${links[0]}/comparison`, { counts: 'no' })
  await compare()
  expect(await ben.get(links[0] ?? '')).toContain('nearly all')
})

test('only whose result it is lets it count, and only of a tool that is compared', async () => {
  const link = await count('Ben', 'yes')
  const chidi = community.as(await community.person('Chidi'))
  await chidi.post(`${link}/comparison`, { counts: 'no' })
  expect(await community.as(await community.person('Ben')).get(link)).toContain('Withdraw my result')
  expect((await community.stranger().request('POST', `${link}/comparison`, { fields: { counts: 'yes' } })).location).toContain('/sign-in')
  const { location } = await chidi.request('POST', '/tools/ownership-test', { fields: { 'q-what': 'Call' } })
  expect((await chidi.request('POST', `${location}/comparison`, { fields: { counts: 'yes' } })).status).toBe(404)
})

test('whoever reads every comparison over a year, and takes one from another, never finds fewer than five people', () => {
  const tool = starterTools().find(({ slug }) => slug === 'health-check')?.definition
  if (!tool) throw new Error('The health check does not ship.')
  const act = fc.record({ who: fc.integer({ min: 0, max: 14 }), answer: fc.constantFrom('yes', 'partly', 'leaves') })
  fc.assert(
    fc.property(fc.array(fc.array(act, { maxLength: 8 }), { maxLength: 12 }), (days) => {
      const now = new Map<string, ComparedRun>()
      const shown: string[][] = []
      for (const [day, acts] of days.entries()) {
        for (const { who, answer } of acts) {
          if (answer === 'leaves') now.delete(`p${who}`)
          else
            now.set(`p${who}`, {
              id: `p${who} day ${day}`,
              personId: `p${who}`,
              answers: { g_plan: answer },
              finishedAt: community.now().add({ hours: day }),
            })
        }
        const next = nextComparison(tool, [...now.values()], shown)
        if (next) shown.push(next.runIds)
      }
      for (const [at, one] of shown.entries()) {
        expect(one.length).toBeGreaterThanOrEqual(fewestCompared)
        for (const other of shown.slice(at + 1)) expect(differenceOf(one, other)).toBeGreaterThanOrEqual(fewestCompared)
      }
    }),
    { numRuns: 60 },
  )
})
