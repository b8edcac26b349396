import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
const asks = (fields: Record<string, string | string[]>) => community.stranger().request('POST', `${page}/rsvp`, { fields })
const mailed = async () => (await community.db.selectFrom('mail').select('toAddress').execute()).map(({ toAddress }) => toAddress)

test.each([
  ['an international domain', 'Nora@Bücher.example', 'nora@xn--bcher-kva.example'],
  ['a plus sign', 'nora+call@example.org', 'nora+call@example.org'],
  ['spaces around it', '  nora@example.org ', 'nora@example.org'],
  ['an apostrophe', "o'nora@example.org", "o'nora@example.org"],
])('an address with %s gets its mail, and the link works', async (_, typed, address) => {
  await community.event()
  expect((await asks({ rsvpEmail: typed })).location).toContain('done=asked')
  expect(await mailed()).toEqual([address])

  const [mail] = await community.mails(address)
  expect(await community.stranger().post(new URL(mail?.links[0] ?? '').pathname)).toContain('You are coming')
})

test.each([
  ['quotation marks', '"no ra"@example.org'],
  ['a line break and a header', 'nora@example.org\r\nBcc: chidi@example.org'],
  ['two addresses', 'nora@example.org, chidi@example.org'],
  ['angle brackets', 'Nora <nora@example.org>'],
  ['320 characters', `${'n'.repeat(64)}@${'e'.repeat(251)}.org`],
  ['321 characters', `${'n'.repeat(70)}@${`${'e'.repeat(60)}.`.repeat(4)}org`],
  ['nothing before the sign', '@example.org'],
  ['no domain', 'nora'],
  ['an address of a machine', 'nora@[127.0.0.1]'],
  ['nothing at all', ''],
])('an address of %s is not taken; what was typed stays, as words', async (_, rsvpEmail) => {
  await community.event()
  const answer = await asks({ rsvpEmail, rsvpName: '<b>Nora</b>', question: 'Is there a <script>?' })

  expect(answer.status).toBe(422)
  expect(answer.html).toContain('Enter an e-mail address like name@example.org.')
  expect(answer.html).toContain('value="&lt;b>Nora&lt;/b>"')
  expect(answer.html).toContain('Is there a &lt;script>?')
  expect(await mailed()).toEqual([])
})

test('an address sent twice, or as a file, is refused with a sentence', async () => {
  await community.event()
  expect((await asks({ rsvpEmail: ['nora@example.org', 'chidi@example.org'] })).status).toBe(422)
  const file = new File(['x'], 'x.txt')
  expect((await community.stranger().request('POST', `${page}/rsvp`, { fields: { rsvpEmail: file } })).status).toBe(422)
  expect(await mailed()).toEqual([])
})

test.each([
  ['emoji', '🌽👩🏽‍🌾 Nora', '🌽👩🏽‍🌾 Nora'],
  ['Arabic letters', 'عمر الخيّام', 'عمر الخيّام'],
  ['a turn of direction', '\u202Egro.elpmaxe', 'gro.elpmaxe'],
  ['HTML', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)'],
  ['line breaks', 'Nora\r\nBcc: chidi@example.org', 'Nora Bcc: chidi@example.org'],
])('a name with %s is shown safely to Ada and stands in the invitation', async (_, name, shown) => {
  await community.event()
  await asks({ rsvpEmail: 'nora@example.org' })
  const [mail] = await community.mails('nora@example.org')
  expect(await community.stranger().post(new URL(mail?.links[0] ?? '').pathname, { name })).toContain('You are coming')

  const list = await community.as(await community.person('Ada')).get(`${page}/attendees`)
  expect(list).toContain(shown)
  expect(list).not.toMatch(/<img src=x|\u202E/)
  expect((await community.mails('nora@example.org')).at(-1)?.calendar?.replaceAll(/\r\n /g, '')).not.toMatch(/^Bcc|\u202E/m)
})

test('a name of eighty characters is taken, one of eighty-one is too long, one of a megabyte is not even read', async () => {
  await community.event()
  const name = (length: number) => asks({ rsvpEmail: 'nora@example.org', rsvpName: 'n'.repeat(length) })

  expect((await name(80)).status).toBe(303)
  const long = await name(81)
  expect(long.status).toBe(422)
  expect(long.html).toContain('This is too long. Shorten it.')
  expect((await name(1024 * 1024)).status).toBe(413)
})

test('keys that the form does not have do nothing', async () => {
  await community.event({ seats: 1 })
  const ben = await community.person('Ben')
  const forged = {
    personId: ben.id,
    answer: 'seated',
    place: '-1',
    emailProvedAt: '2026-01-01',
    role: 'owner',
    __proto__: 'x',
    'constructor[prototype]': 'x',
  }
  await asks({ rsvpEmail: 'nora@example.org', ...forged })
  expect(await community.db.selectFrom('rsvp').selectAll().execute()).toEqual([])

  await community.as(await community.person('Dana')).post(`${page}/rsvp`)
  await community.as(ben).post(`${page}/rsvp`, forged)
  expect(await community.as(ben).get(page)).toContain('You are on the waiting list')
})
