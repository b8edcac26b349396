import { expect, test } from 'vitest'
import { newId } from '#database'
import { findList } from '#mailing'
import { ownCommunity } from '#test'
import { makeDigest } from './digest.actions.ts'

test('made five times at once, a digest is sent once to each', async () => {
  const { community, close } = await ownCommunity()
  const { db, network, config } = community
  const now = community.now()
  const list = await findList(db, network.id, 'monthly-update')
  for (const name of ['Ben', 'Chidi', 'Dana']) await community.reader(await community.person(name))
  await db.updateTable('subscription').set({ frequency: 'monthly', monthlySince: now }).execute()
  const letter = { subject: 'Spring', preheader: '', language: 'en', pieces: [] }
  const moments = { begunAt: now, changedAt: now, changedBy: null, publishedAt: now, sendingBeganAt: now }
  const words = { subject: '{}', preheader: '{}', blocks: '[]', letters: JSON.stringify({ en: letter, es: letter }) }
  await db
    .insertInto('edition')
    .values({ id: newId(), networkId: network.id, listId: list?.id ?? '', slug: 'spring', ...words, ...moments })
    .execute()
  community.wait({ hours: 24 * 40 })

  await Promise.all(Array.from({ length: 5 }, () => makeDigest(db, config, community.now())))

  const copies = await db.selectFrom('mail').select('toAddress').where('contentId', 'is not', null).orderBy('toAddress').execute()
  expect(copies.map(({ toAddress }) => toAddress)).toEqual(['ben@example.org', 'chidi@example.org', 'dana@example.org'])
  await close()
}, 60_000)
