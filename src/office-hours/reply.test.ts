import { expect, test } from 'vitest'
import { bringChallenge, idOfChallenge, linkIn, useCommunity } from '#test'

const community = useCommunity({ mailInPort: 25 })

const head = { 'Message-ID': '<1@mail.example.org>', Subject: 'Re: Your challenge' }

/** A mail that a person writes to an address of ours. */
const write = (to: string, from: string, words: string, more: Record<string, string> = {}) => {
  const lines = Object.entries({ From: `Somebody <${from}>`, ...head, ...more }).map(([name, value]) => `${name}: ${value}`)
  return community.receive({ to, from: more['Return-Path'] ?? from, raw: `${lines.join('\n')}\n\n${words}` })
}

/** Where an answer to the last mail to somebody goes. */
const answersOf = async (who: { email: string }) => (await community.mails(who)).at(-1)?.headers['Reply-To'] ?? ''

const messages = () => community.db.selectFrom('questionMessage').select(['side', 'words', 'quoted', 'files']).orderBy('id').execute()

async function brought() {
  const [ada, ben] = [await community.person('Ada'), await community.person('Ben')]
  await bringChallenge(community.as(ben), { sharing: 'not-at-all' })
  return { ada, ben, id: await idOfChallenge(community), toBen: await answersOf(ben), toAda: await answersOf(ada) }
}

test('a host answers ahead on the page, Ben answers that mail, and the host answers his: all stands with the challenge', async () => {
  const { ada, ben, id } = await brought()
  const page = `/office-hours/queue/${id}`
  expect(await community.as(ada).post(`${page}/words`, { words: ' ' })).toContain('Write something first.')
  expect(await community.as(ada).post(`${page}/words`, { words: 'Who <b>decides</b>\nat the tables?' })).toContain(
    'Who &lt;b>decides&lt;/b>',
  )

  const [, ahead] = await community.mails(ben)
  expect(ahead?.subject).toBe('About your challenge')
  expect(ahead?.body).toContain('Ada, a host, writes:')
  expect(ahead?.body).toContain('Who &lt;b>decides&lt;/b><br/>at the tables?')
  const quoted = 'Nobody does.\n\nOn Wed, Mar 4, 2026 at 9:00 AM Prairie Network <x@example.org> wrote:\n> Who decides\n> at the tables?'
  expect(await write(await answersOf(ben), 'Ben@Example.org', quoted)).toBe('taken')
  const [, told] = await community.mails(ada)
  expect(told?.subject).toBe('More about a challenge')
  expect(told?.body).toContain('Nobody does.')
  expect(told?.body).not.toContain('9:00 AM')

  expect(await write(await answersOf(ada), 'ada@example.org', 'Then choose one firm a table.')).toBe('taken')
  expect(await community.mailTo(ben)).toEqual(['Your challenge is with the hosts', 'About your challenge', 'About your challenge'])
  expect((await messages()).map(({ side, words }) => [side, words])).toEqual([
    ['host', 'Who <b>decides</b>\nat the tables?'],
    ['asker', 'Nobody does.'],
    ['host', 'Then choose one firm a table.'],
  ])
  const shown = await community.as(ada).get(page)
  for (const words of ['Nobody does.', 'Then choose one firm', 'What the mail quoted']) expect(shown).toContain(words)
  const mine = await linkIn(community, ben, 'mine')
  expect(await community.stranger().post(mine, { act: 'say', words: 'We will try that.' })).toContain('We will try that.')
  expect(await community.mailTo(ada)).toEqual(['A challenge for office hours', 'More about a challenge', 'More about a challenge'])
  expect(await community.as(ben).get('/me/data')).toContain('Then choose one firm a table.')
  for (const other of [community.as(await community.person('Chidi')), community.stranger()]) {
    expect((await other.request('GET', page)).status).toBe(404)
    expect((await other.request('POST', `${page}/words`, { fields: { words: 'Mine' } })).status).toBe(404)
  }
})

test('programs, bounces, our own mails and the same mail twice post nothing', async () => {
  const { toBen } = await brought()
  for (const more of [
    { 'Auto-Submitted': 'auto-replied' },
    { Precedence: 'list' },
    { Subject: 'Out of office' },
    { 'Message-ID': '<0195610a-0000-7000-8000-000000000000@community.example.org>' },
  ])
    expect(await write(toBen, 'ben@example.org', 'I am away', more)).toBe('taken')
  expect(await write(toBen, 'ben@example.org', 'Undelivered', { 'Return-Path': '' })).toBe('taken')
  expect(await messages()).toEqual([])
  for (let times = 1; times <= 3; times++) expect(await write(toBen, 'ben@example.org', 'Once')).toBe('taken')
  expect((await messages()).map(({ words }) => words)).toEqual(['Once'])
})

test('another sender, an altered address, a host who is none any more and a withdrawn challenge post nothing', async () => {
  const { ada, ben, toBen, toAda } = await brought()
  const altered = toBen.replace(/(.)@/, (_, sign) => `${sign === '0' ? '1' : '0'}@`)
  expect(await write(altered, 'ben@example.org', 'Hello')).toBe('unknown')
  expect(await write('question@community.example.org', 'ben@example.org', 'Hello')).toBe('unknown')
  expect(await write(toBen, 'forger@example.net', 'I am Ben')).toBe('taken')
  expect(await write(toAda, 'ben@example.org', 'I am Ada')).toBe('taken')
  expect(await messages()).toEqual([])
  expect(await community.mailTo('hello@example.org')).toHaveLength(2)

  await community.db.updateTable('membership').set({ role: 'member' }).where('personId', '=', ada.id).execute()
  await write(toAda, 'ada@example.org', 'I was a host')
  await community.as(ben).post(`${await linkIn(community, ben, 'mine')}/withdrawal`)
  await write(toBen, 'ben@example.org', 'One thing more')
  expect(await messages()).toEqual([])
  expect(await community.mailTo('hello@example.org')).toHaveLength(4)
})

test('files are named and not kept, what is written among the quoted lines is kept whole, and odd signs stay words', async () => {
  const { ada, id, toBen } = await brought()
  const body =
    '--b\nContent-Type: text/plain\n\n> What did you try?\nSmaller tables. \u202e<script>\n--b\nContent-Type: application/pdf; name="../../plan.pdf"\nContent-Disposition: attachment\n\nx\n--b--\n'
  expect(await write(toBen, 'ben@example.org', body, { 'Content-Type': 'multipart/mixed; boundary=b' })).toBe('taken')
  expect(await messages()).toEqual([expect.objectContaining({ quoted: '', files: [{ name: 'plan.pdf', bytes: 1 }] })])
  const page = await community.as(ada).get(`/office-hours/queue/${id}`)
  expect(page).toContain('Files that are not kept: plan.pdf')
  expect(page).toContain('&lt;script>')
  expect((await community.mails(ada)).at(-1)?.body).toContain('Files that are not passed on: plan.pdf')

  await write(toBen, 'ben@example.org', 'x'.repeat(30_000), { 'Message-ID': '<2@x>' })
  expect((await messages()).at(-1)?.words).toHaveLength(8000)
})

test('an answer to the mail that there is an answer reaches the hosts; whoever leaves takes their words along', async () => {
  const { ada, ben, id } = await brought()
  const words = { language: 'en', title: 'A large launch', summary: '', asked: '', body: 'Split it.', seen: '' }
  await community.as(ada).post(`/office-hours/queue/${id}/answer`, words)
  await community.as(ada).post('/office-hours/answers/a-large-launch/publication', { publish: 'yes' })
  expect((await community.mails(ben)).at(-1)?.subject).toBe('An answer: A large launch')
  expect(await write(await answersOf(ben), 'ben@example.org', 'Thank you!')).toBe('taken')
  expect((await community.mailTo(ada)).at(-1)).toBe('More about a challenge')

  await community.db.deleteFrom('person').where('id', '=', ben.id).execute()
  expect(await messages()).toEqual([])
})
