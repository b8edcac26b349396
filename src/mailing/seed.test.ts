import { expect, test } from 'vitest'
import { useCommunity } from '#test'
import { countReaders } from './reader.data.ts'
import { listLists } from './list.data.ts'
import { seedLists, seedPeople, seedReaders } from './seed.actions.ts'

const community = useCommunity()

test('a new community has readers, twice as many of the update as of event news, and seeding again adds nobody', async () => {
  const { db, network } = community
  for (const seed of [seedLists, seedPeople, seedReaders, seedLists, seedPeople, seedReaders]) await seed(db, network, community.now())

  const lists = await listLists(db, network.id)
  expect(lists.map(({ slug }) => slug)).toEqual(['monthly-update', 'event-news'])
  const [update, news] = await Promise.all(
    lists.map(async ({ id }) => (await countReaders(db, id)).reduce((sum, { count }) => sum + count, 0)),
  )
  expect(update).toBe(24)
  expect(news).toBeGreaterThan(5)
  expect(news).toBeLessThan(20)
})
