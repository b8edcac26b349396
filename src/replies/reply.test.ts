import { expect, test } from 'vitest'
import { ownWords } from '#platform/mail-in'
import { useCommunity, type TestPerson } from '#test'
import { isYes, wantsToLeave } from './reply.rules.ts'

const community = useCommunity({ mailInPort: 25 })

/** A mail from somewhere, to an address of ours. */
const write = (to: string, head: Record<string, string>, words: string, from = 'ben@example.org') => {
  const fields = { From: `Ben <${from}>`, 'Message-ID': '<1@mail.example.org>', ...head }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
  return community.receive({ to, from, raw: `${lines.join('\n')}\n\n${words}` })
}

const readers = async () => (await community.db.selectFrom('reader').select('email').execute()).map(({ email }) => email)
const us = 'community@community.example.org'

/** Ben asks to join; gives the address that his answer goes to. */
async function asked() {
  await community.stranger().post('/join', { email: 'ben@example.org', 'list-monthly-update': 'yes' })
  const [mail] = await community.mails('ben@example.org')
  return { to: mail?.headers['Reply-To'] ?? '', body: mail?.body ?? '' }
}

test.each([
  ['Yes', true],
  ['yes!\n\nBen', true],
  ['  Sí.', true],
  ['si, por favor', true],
  ['OK\n\nOn Wed, Mar 4, 2026 at 9:00 AM Prairie Network <x@example.org> wrote:\n> Do you want our mails?', true],
  ['> yes', false],
  ['yes, but who are you?', false],
  ['No', false],
  ['yesterday', false],
  ['', false],
  ['On Wed, Mar 4, 2026 at 9:00 AM Prairie Network\n<x@example.org> wrote:\n> yes', false],
  ['-----Original Message-----\nyes', false],
  ['-- \nyes', false],
])('%j is a yes: %s', (words, yes) => {
  expect(isYes(ownWords(words))).toBe(yes)
})

test.each([
  ['Unsubscribe', '', true],
  ['Re: March: first champions', 'unsubscribe please\n\n> Unsubscribe', true],
  ['RE: stop', '', true],
  ['Baja', '', true],
  ['', 'Quiero darme de baja de la lista', true],
  ['March', 'Remove me from this list.', true],
  ['How do I unsubscribe my colleague?', 'He left.', false],
  ['Stop by our booth', 'See you there', false],
  ['March', 'Thank you\n\n> Unsubscribe', false],
])('subject %j and words %j ask to leave: %s', (subject, words, leaves) => {
  expect(wantsToLeave({ subject, words: ownWords(words) })).toBe(leaves)
})

test('Ben joins by answering yes; the mail says that he can', async () => {
  const { to, body } = await asked()
  expect(to).toMatch(/^confirm\+[0-9a-f]{52}@community\.example\.org$/)
  expect(body).toContain('answer this mail with the one word “yes”')
  expect(await readers()).toEqual([])

  expect(await write(to.toUpperCase(), { Subject: 'Re: Please confirm' }, 'Yes\n\n> quoted')).toBe('taken')
  expect(await readers()).toEqual(['ben@example.org'])
  expect(await write(to, { Subject: 'Re: Please confirm' }, 'Yes')).toBe('taken')
  expect(await community.mailTo('ben@example.org')).toEqual([expect.stringContaining('Please confirm'), 'You are on the list'])
})

test('a yes of a program, of a stranger, or with an altered token joins nobody', async () => {
  const { to } = await asked()
  expect(await write(to, { 'Auto-Submitted': 'auto-replied' }, 'Yes')).toBe('taken')
  expect(await write(to, { Subject: 'Out of office' }, 'Yes')).toBe('taken')
  expect(await write(to, {}, 'Yes', '')).toBe('taken')
  for (const wrong of [
    to.replace(/.@/, '_@'),
    to.replace(/(.)@/, (_, sign) => `${sign === '0' ? '1' : '0'}@`),
    'confirm@community.example.org',
  ])
    expect(await write(wrong, {}, 'Yes')).toBe('unknown')
  expect(await write(us, { Subject: 'Please confirm' }, 'Yes')).toBe('taken')
  expect(await readers()).toEqual([])
})

test('anything else than a yes reaches the stewards, and is answered once a day with the link', async () => {
  const { to } = await asked()
  for (let times = 1; times <= 3; times++)
    await write(to, { 'Message-ID': `<${times}@x>`, Subject: 'Re: Please confirm' }, `Who are you? ${times}`)
  expect(await readers()).toEqual([])
  expect(await community.mailTo('hello@example.org')).toHaveLength(3)
  const mails = await community.mails('ben@example.org')
  expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('Please confirm'), 'We were not sure that you said yes'])
  expect(mails[1]?.headers).toEqual({ 'Auto-Submitted': 'auto-replied' })
  expect(mails[1]?.links[0]).toContain('/join/confirm/')
})

test('what a person answers to a mail of ours reaches the stewards, with a way to answer them', async () => {
  const head = { Subject: '=?utf-8?Q?Re=3A_Caf=C3=A9?=', 'Content-Type': 'text/plain; charset=iso-8859-1' }
  expect(await write(us, head, 'Can I bring <b>Chidi</b>?\n\nBen')).toBe('taken')
  expect(await write(us, head, 'Can I bring <b>Chidi</b>?\n\nBen')).toBe('taken')

  const [mail, ...others] = await community.mails('hello@example.org')
  expect(others).toEqual([])
  expect(mail?.subject).toBe('Mail to you: Re: Café')
  expect(mail?.headers).toEqual({ 'Reply-To': 'ben@example.org' })
  expect(mail?.body).toContain('Can I bring &lt;b>Chidi&lt;/b>?')
})

test('a contact address at our own domain is read too, and its mail goes to the stewards themselves', async () => {
  const [ada] = [await community.person('Ada'), await community.person('Ben')]
  await community.db.updateTable('network').set({ contactEmail: 'hello@community.example.org' }).execute()
  expect(await write('Hello@Community.example.org', { Subject: 'A question' }, 'When is the Academy?')).toBe('taken')
  expect(await community.mailTo(ada)).toEqual(['Mail to you: A question'])
  expect(await community.mailTo('hello@community.example.org')).toEqual([])
  expect(await write('nobody@community.example.org', {}, 'Hello?')).toBe('unknown')
})

test.each(['postmaster@community.example.org', 'Abuse@community.example.org', 'Postmaster'])(
  'what a person writes to %s, as every domain must take it, reaches the stewards',
  async (to) => {
    expect(await write(to, { Subject: 'Your mail server' }, 'It greets with the wrong name.')).toBe('taken')
    for (const head of [{ 'Auto-Submitted': 'auto-replied' }, { Subject: 'Out of office' }, { 'Message-ID': '<1@community.example.org>' }])
      expect(await write(to, { Subject: 'Your mail server', ...head }, 'I am away')).toBe('taken')
    expect(await write(to, {}, 'A report', '')).toBe('taken')

    const mails = await community.mails('hello@example.org')
    expect(mails.map(({ subject }) => subject)).toEqual(['Mail to you: Your mail server'])
    expect(mails[0]?.body).toContain('It greets with the wrong name.')
    expect(mails[0]?.headers).toEqual({ 'Reply-To': 'ben@example.org' })
  },
)

test('files that come with a mail are named with their size and not passed on, whatever they are called', async () => {
  const file = (head: string, body: string) => `--b\n${head}\n\n${body}\n`
  const body = [
    file('Content-Type: text/plain', 'Here is the roster.'),
    file(
      'Content-Type: application/pdf\nContent-Disposition: attachment; filename="../../roster <b>.pdf"\nContent-Transfer-Encoding: base64',
      Buffer.alloc(3072, 'x').toString('base64'),
    ),
    file("Content-Type: image/png\nContent-Disposition: inline; filename*=UTF-8''ni%C3%B1os%0D%0ABcc%3A.png", 'x'.repeat(2048)),
    ...Array.from({ length: 11 }, () => file('Content-Type: text/csv\nContent-Disposition: attachment', 'x')),
  ]
  const head = { Subject: 'The roster', 'Content-Type': 'multipart/mixed; boundary=b' }
  expect(await write('postmaster@community.example.org', head, `${body.join('')}--b--\n`)).toBe('taken')

  const [mail] = await community.mails('hello@example.org')
  expect(mail?.body).toContain('roster &lt;b>.pdf (3 kB)')
  expect(mail?.body).not.toContain('../')
  expect(mail?.body).toContain('niños Bcc:.png (2 kB)')
  expect(mail?.body).toContain('without a name (0 kB), and 3 more')
  expect(mail?.body).toContain('ask them for it')
  expect(mail?.body).toContain('Here is the roster.')
})

test('holiday answers, lists and our own mails that come back are dropped, so that no loop begins', async () => {
  for (const head of [
    { 'Auto-Submitted': 'auto-generated' },
    { Precedence: 'list' },
    { 'X-Auto-Response-Suppress': 'All' },
    { Subject: 'Automatic reply: March' },
    { 'Message-ID': '<0195610a-0000-7000-8000-000000000000@community.example.org>' },
    { From: 'MAILER-DAEMON@mail.example.org' },
  ])
    expect(await write(us, { Subject: 'unsubscribe', ...head }, 'I am away')).toBe('taken')
  expect(await community.db.selectFrom('mail').select('id').execute()).toEqual([])
})

async function editionTo(ben: TestPerson) {
  await community.stranger().post('/join', { email: 'chidi@example.com', 'list-monthly-update': 'yes' })
  const { db } = community
  const { id } = await db.selectFrom('mail').select('id').executeTakeFirstOrThrow()
  await db.updateTable('mail').set({ personId: ben.id, toAddress: ben.email }).where('id', '=', id).execute()
  return `<${id}@community.example.org>`
}

test('who answers "unsubscribe" to a mail of ours has left, and is told so once', async () => {
  const ben = await community.person('Ben')
  await community.reader(ben)
  const head = { Subject: 'Re: March', 'In-Reply-To': await editionTo(ben) }
  for (let times = 1; times <= 3; times++) expect(await write(us, head, 'Unsubscribe')).toBe('taken')
  expect(await readers()).toEqual([])
  expect((await community.mailTo(ben)).slice(1)).toEqual(['You have left our lists'])
})

test('whoever only writes Ben’s name into From takes him off nothing: he gets the way to do it himself', async () => {
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await community.reader(ben)
  const toChidi = await editionTo(chidi)
  for (const head of [
    { Subject: 'unsubscribe' },
    { Subject: 'unsubscribe', 'In-Reply-To': toChidi },
    { Subject: 'unsubscribe', References: '<x@community.example.org>' },
  ])
    expect(await write(us, head, '', 'forger@example.net')).toBe('taken')
  for (const head of [{ Subject: 'unsubscribe' }, { Subject: 'unsubscribe', 'In-Reply-To': toChidi }]) await write(us, head, '')
  expect(await readers()).toEqual(['ben@example.org'])
  expect((await community.mails(ben)).map(({ subject }) => subject)).toEqual(['Do you want to leave our lists?'])
})

test('who writes without end is asked to come again tomorrow', async () => {
  for (let at = 0; at < 30; at++) await write(us, { 'Message-ID': `<${at}@x>` }, 'Hello')
  await expect(write(us, { 'Message-ID': '<31@x>' }, 'Hello')).rejects.toThrow('Too much mail')
})
