import { expect, test } from 'vitest'
import { transaction } from '#database'
import { listConsents } from '#mailing'
import { noteComplaint } from '#suppressions'
import { findPersonByEmail } from '#people'
import { useCommunity } from '#test'

const community = useCommunity()
const board = { name: 'Board news', description: 'Twice a year, for board members.', access: 'invitation' }
const path = '/admin/lists/board-news/invitations'

async function adaWithBoard() {
  const ada = community.as(await community.person('Ada'))
  await ada.post('/admin/lists', board)
  return ada
}

test('Dana is invited, presses the button, and sees the list on her preferences; each step has its proof', async () => {
  const ada = await adaWithBoard()
  expect(await ada.post(path, { addresses: 'Dana@Example.net, dana@example.net\nruth@example.net' })).toContain(
    '2 people are invited by mail.',
  )
  expect(await ada.get('/admin/lists/board-news/people')).toContain('Invited')
  const [mail] = await community.mails('dana@example.net')
  expect(mail?.subject).toBe('An invitation to Board news')
  expect(mail?.body).toContain('Ada of Prairie Network invites you')
  const link = new URL(mail?.links[0] ?? '').pathname

  const stranger = community.stranger()
  expect(await stranger.get(link)).toContain('Board news')
  expect(await community.db.selectFrom('reader').select('email').execute()).toEqual([])
  expect(await stranger.post(link)).toMatch(/name="list-board-news" value="yes" checked/)

  const dana = await findPersonByEmail(community.db, 'dana@example.net')
  expect((await listConsents(community.db, dana?.id ?? '')).map(({ kind, source }) => `${kind}: ${source}`)).toEqual([
    'invited: invitation by a steward',
    'given: invitation',
    'confirmed: invitation',
  ])
})

test('who is on the list, complained, or was asked three times today is passed over', async () => {
  const ada = await adaWithBoard()
  const [ben, chidi] = [await community.person('Ben'), await community.person('Chidi')]
  await community.reader(ben, 'board-news')
  await transaction(community.db, (tx) =>
    noteComplaint(tx, { mailId: null, networkId: community.network.id, address: chidi.email, detail: 'abuse' }, community.now()),
  )
  const sent = await ada.post(path, { addresses: `${ben.email} ${chidi.email} dana@example.net` })
  expect(sent).toContain('1 person is invited by mail.')
  expect(sent).toContain('2 addresses were passed over')
  for (let again = 0; again < 4; again++) await ada.post(path, { addresses: 'dana@example.net' })
  expect(await community.mailTo('dana@example.net')).toHaveLength(3)
  expect(await community.mailTo(ben)).toEqual([])
  expect(await community.mailTo(chidi)).toEqual([])
})

test('who is invited while signed in may tick the list; who left it sees it no more', async () => {
  const ada = await adaWithBoard()
  const ben = await community.person('Ben')
  await ada.post(path, { addresses: ben.email })
  const page = community.as(ben)
  expect(await page.get('/me/lists')).toContain('Board news')
  expect(await page.post('/me/lists', { language: 'en', 'list-board-news': 'yes' })).toMatch(/name="list-board-news" value="yes" checked/)
  await page.post('/me/lists', { language: 'en' })
  expect(await page.get('/me/lists')).not.toContain('Board news')
})

test('what is no address comes back with a sentence; too many are not sent', async () => {
  const ada = await adaWithBoard()
  const many = Array.from({ length: 51 }, (_, n) => `reader${n}@example.net`).join('\n')
  for (const [addresses, sentence] of [
    ['', 'Enter at least one address.'],
    ['dana@example.net nonsense', 'One of them is not.'],
    [many, 'Invite at most 50 people at a time.'],
  ] as const) {
    const page = await ada.request('POST', path, { fields: { addresses } })
    expect([page.status, page.html.includes(sentence)]).toEqual([422, true])
  }
  expect(await community.mailTo('dana@example.net')).toEqual([])
})
