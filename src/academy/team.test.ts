import { beforeEach, expect, test } from 'vitest'
import { editEvent, useCommunity, type Browser } from '#test'

const community = useCommunity()
const page = '/events/the-academy'
let ada: Browser

beforeEach(async () => {
  await community.event({ kind: 'academy', title: 'The Academy', open: true })
  ada = community.as(await community.person('Ada'))
})

/** Asks to be told the date, signed in or by mail; gives the address of their page about the team. */
async function asks(name: string, more: Parameters<typeof community.person>[1] = {}) {
  const person = await community.person(name, more)
  const { location } = await community.as(person).request('POST', `${page}/interest`)
  return { person, path: location ?? '' }
}

const says = (path: string, fields: Record<string, string>, browser = community.stranger()) => browser.post(path, fields)
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('Ben says his state, team and role; Dana finds the team proposed, not who is in it; Ada sees totals and a table', async () => {
  const ben = await asks('Ben', { state: 'MN' })
  expect(ben.path).toMatch(/^\/interest\/.+\/team$/)
  expect(await community.stranger().get(ben.path)).toContain('value="MN" selected')
  expect(await says(ben.path, { state: 'MN', team: 'Iron Range Health', role: 'Convener' })).toContain('We have noted it.')

  const dana = await asks('Dana')
  const near = await says(dana.path, { state: 'MN', act: 'teams', role: 'Employer' })
  expect(near).toContain('Teams of your state')
  for (const part of ['Iron Range Health', 'value="Employer"']) expect(near).toContain(part)
  expect(near).not.toMatch(/Ben|ben@example/)
  expect(await says(dana.path, { state: 'NE', act: 'teams' })).not.toContain('Teams of your state')
  await says(dana.path, { state: 'MN', known: 'Iron Range Health', role: 'Employer' })
  await says((await asks('Eve')).path, { state: 'MN', team: '  iron range HEALTH ' })
  await says((await asks('Fay')).path, { state: 'NE' })
  await asks('Gus')

  expect(await ada.get(page)).toContain(`${page}/teams`)
  const totals = words(await ada.get(`${page}/teams`))
  for (const part of ['5 want to be told the date', '1 team ', '2 states', 'Minnesota 3 1 0', 'Nebraska 1 0 1', 'No state said 1 0 1'])
    expect(totals).toContain(part)
  expect(totals).toContain('Iron Range Health Minnesota 3 Convener, Employer')
  const table = await ada.get(`${page}/teams.csv`)
  expect(table).toContain('Minnesota,Iron Range Health,Ben,ben@example.org,')
  expect(table.trim().split('\r\n')).toHaveLength(6)
})

test('without an account: the link in the mail leads to the team once the address is proved, and the date is told to all, once', async () => {
  await community.stranger().post(`${page}/interest`, { interestEmail: 'nora@example.org' })
  const link = new URL((await community.mails('nora@example.org'))[0]?.links.find((href) => href.includes('/interest/')) ?? '').pathname
  for (const method of ['GET', 'POST']) expect((await community.stranger().request(method, `${link}/team`)).status).toBe(404)
  expect(await community.stranger().post(link)).toContain('Your team for the Academy')
  await says(`${link}/team`, { state: 'TX', team: '=cmd()', role: '<b>x</b>' })
  expect(await ada.get(`${page}/teams`)).toContain('&lt;b>x')
  expect(await ada.get(`${page}/teams.csv`)).toContain("'=cmd()")

  await editEvent(ada, { openDate: '', startsAt: '2026-04-15T12:00', endsAt: '2026-04-15T13:00' }, 'the-academy')
  await community.work()
  expect((await community.mailTo('nora@example.org')).at(-1)).toBe('The date is set: The Academy')
  expect((await community.stranger().request('GET', `${link}/team`)).status).toBe(404)
})

test('what is too long or no state is said back with what was typed; what was said can be changed, and goes with the wish', async () => {
  const { person, path } = await asks('Ben')
  const wrong = await community.stranger().request('POST', path, { fields: { state: 'XX', team: 'x'.repeat(121), role: 'Convener' } })
  expect(wrong.status).toBe(422)
  for (const part of ['error-state', 'error-team', 'value="Convener"']) expect(wrong.html).toContain(part)
  await says(path, { state: 'MN', team: 'One' })
  await says(path, { state: 'MN', team: 'Two' })
  const said = () => community.db.selectFrom('academyInterest').select('team').execute()
  expect(await said()).toEqual([{ team: 'Two' }])
  expect(await community.as(person).get('/me/data')).toContain('Academy teams')

  await community.stranger().post(path.replace(/team$/, 'end'))
  expect(await said()).toEqual([])
  await community.as(person).post(`${page}/interest`)
  await says(path, { state: 'MN', team: 'Three' })
  await community.as(person).post('/me/leaving')
  expect(await said()).toEqual([])
})

test('strangers, Ben and Chidi see no totals; other gatherings have no teams', async () => {
  const { person, path } = await asks('Ben')
  for (const browser of [community.stranger(), community.as(person), community.as(await community.person('Chidi'))])
    for (const end of ['', '.csv']) expect((await browser.request('GET', `${page}/teams${end}`)).status).toBe(404)
  for (const wrong of [path.replace('/team', 'x/team'), '/interest/x/team'])
    for (const method of ['GET', 'POST']) expect((await community.stranger().request(method, wrong)).status).toBe(404)
  await community.event({ title: 'A call', open: true })
  expect((await ada.request('GET', '/events/a-call/teams')).status).toBe(404)
  expect((await community.as(person).request('POST', '/events/a-call/interest')).location).toBe('/events/a-call?done=interest')
})
