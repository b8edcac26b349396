import { expect, test } from 'vitest'
import { readLetter } from '#platform/mail-in'
import { useCommunity } from '#test'
import { leaveMailbox, listHeaders } from './headers.paths.ts'
import { leaveByMail } from './leave.received.ts'
import { shownIn } from './list.rules.ts'
import { countReaders } from './reader.data.ts'

const community = useCommunity()

const receive = async (subject: string) =>
  leaveByMail({
    db: community.db,
    token: '',
    to: 'leave@community.example.org',
    from: 'ben@example.org',
    mail: readLetter(`Subject: ${subject}\r\n\r\n`),
    now: community.now(),
  })

test('Ben leaves by the mail that his mail program writes for him; an altered one does nothing', async () => {
  const ben = await community.person('Ben')
  const list = await community.reader(ben)
  const config = { ...community.config, mailInPort: 25 }
  const headers = listHeaders({ config, network: community.network, list: shownIn(list, 'en'), personId: ben.id })
  const [, to, token = ''] = /<mailto:([^?]+)\?subject=([^>]+)>/.exec(headers['List-Unsubscribe'] ?? '') ?? []
  expect(to).toBe(`${leaveMailbox}@community.example.org`)

  expect(await receive(`${token}x`)).toBe('unknown')
  expect(await receive('Please take me off')).toBe('unknown')
  expect(await countReaders(community.db, list.id)).not.toEqual([])
  expect(await receive(decodeURIComponent(token))).toBe('taken')
  expect(await receive(decodeURIComponent(token))).toBe('taken')
  expect(await countReaders(community.db, list.id)).toEqual([])
})
