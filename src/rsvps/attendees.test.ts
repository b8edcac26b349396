import { beforeEach, expect, test } from 'vitest'
import { useCommunity, type Browser, type TestPerson } from '#test'
import { attendeesFile } from './attendee.file.ts'

const community = useCommunity()
const list = '/events/spring-call/attendees'
let ada: Browser

beforeEach(async () => {
  await community.event({ seats: 2 })
  ada = community.as(await community.person('Ada'))
})

async function comes(name: string, question = '', more: Parameters<typeof community.person>[1] = {}) {
  const person = await community.person(name, more)
  await community.as(person).post('/events/spring-call/rsvp', { question })
  return person
}
const rowsOf = async () => {
  const file = await ada.request('GET', `${list}.csv`)
  return { file, rows: readTable(file.html) }
}
/** Reads a table as spreadsheets do (RFC 4180): quotes doubled, line breaks within quotes. */
function readTable(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  const [head = [], ...people] = rows.filter((row) => row.length > 1)
  return people.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place] ?? ''])) as Record<string, string>)
}
const removal = (person: TestPerson) => `${list}/${person.id}/removal`

test('Ada reads who comes, who waits in which place, who cannot come and what they ask', async () => {
  await comes('Ben', 'How do I begin?')
  await comes('Dana')
  await comes('Eve')
  await comes('Fay')
  await community.as(await community.person('Gus')).post('/events/spring-call/regret')
  const page = (await ada.get(list)).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

  for (const words of [
    '2 of 2 come',
    '2 wait',
    '1 cannot come',
    '1 asked a question',
    'How do I begin?',
    'Waits, number 2',
    'Cannot come',
    'ben@example.org',
  ])
    expect(page).toContain(words)
  expect(await ada.get('/events/spring-call')).toContain('Who is coming: 2, waiting: 2')
})

test('before anybody has answered the list says so', async () => {
  expect(await ada.get(list)).toContain('Nobody has answered yet.')
  expect((await rowsOf()).rows).toEqual([])
})

test('the table opens in a spreadsheet with names as they are, and no cell is a formula', async () => {
  const question = 'First, "quoted"\nthen a second line; and more'
  await comes('Ben', question, { firstName: '=HYPERLINK("http://evil.example","x")', lastName: 'O’Brien, Jr. "Bud"' })
  await comes('Dana', "@SUM(1+1)*cmd|' /C calc'!A0", { firstName: '+49', lastName: '', organisation: '-1+1', job: '\tTab', state: 'NE' })
  await comes('Eve', '', { firstName: '🌽 عمر', lastName: 'Ñandú', organisation: 'A, B & "C"' })

  const { file, rows } = await rowsOf()
  expect(attendeesFile({ attendees: [], asked: [], timeZone: 'UTC' }, 'en')).toMatch(/^\uFEFF/)
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="spring-call.csv"')
  expect(file.headers.get('cache-control')).toBe('no-store')
  expect(rows.map((row) => row['E-mail'])).toEqual(['ben@example.org', 'dana@example.org', 'eve@example.org'])
  expect(rows[0]?.['Name']).toBe('\'=HYPERLINK("http://evil.example","x") O’Brien, Jr. "Bud"')
  expect(rows[0]?.['Question']).toBe(question)
  expect(rows[2]).toMatchObject({ Name: '🌽 عمر Ñandú', Organization: 'A, B & "C"', Answer: 'Waits', Place: '3' })
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/)
})

test('names and questions are words on the page, not HTML', async () => {
  await comes('Ben', '<script>alert(1)</script>', { firstName: '<img src=x onerror=alert(1)>' })

  const page = await ada.get(list)
  expect(page).toContain('&lt;script>alert(1)')
  expect(page).toContain('&lt;img src=x')
  expect(page).not.toMatch(/<script>alert|<img src=x/)
})

test('strangers, Chidi and even those who come find nothing', async () => {
  const ben = await comes('Ben', 'A private question')
  const chidi = await community.person('Chidi')

  for (const path of [list, `${list}.csv`, removal(ben)]) {
    for (const browser of [community.stranger(), community.as(ben), community.as(chidi)]) {
      const page = await browser.request('GET', path)
      expect([path, page.status]).toEqual([path, 404])
      expect(page.html).not.toContain('A private question')
    }
  }
  for (const browser of [community.stranger(), community.as(chidi)]) await browser.request('POST', removal(ben))
  expect(await ada.get(list)).toContain('ben@example.org')
})

test('Ada takes Ben out: his seat goes to the first who waits, both are told, and he can come again', async () => {
  const ben = await comes('Ben')
  await comes('Dana')
  const eve = await comes('Eve')
  expect(await ada.get(removal(ben))).toContain('Take Ben out?')

  await ada.post(removal(ben))
  await ada.post(removal(ben))

  expect(await community.mailTo(ben)).toEqual(['You are coming: Spring call', 'You have no seat any more: Spring call'])
  expect((await community.mails(ben))[1]?.calendar).toContain('METHOD:CANCEL')
  expect(await community.mailTo(eve)).toEqual(['You are on the waiting list: Spring call', 'You have a seat now: Spring call'])
  expect(await community.as(ben).post('/events/spring-call/rsvp')).toContain('You are on the waiting list')
})

test('from the list of what is over, Ben is taken out without a mail', async () => {
  const ben = await comes('Ben')
  community.wait({ hours: 24 * 30 })

  await ada.post(removal(ben))

  expect(await community.mailTo(ben)).toEqual(['You are coming: Spring call'])
})

test('someone who did not answer, or is not there at all, cannot be taken out', async () => {
  const chidi = await community.person('Chidi')
  for (const path of [removal(chidi), `${list}/nobody/removal`, '/events/no-such-event/attendees'])
    expect((await ada.request('GET', path)).status).toBe(404)
})
