import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringChallenge, ownCommunity } from '#test'
import { beginAnswer } from './answer.actions.ts'
import { mergeQuestion } from './merge.actions.ts'

let own: Awaited<ReturnType<typeof ownCommunity>>
beforeAll(async () => {
  own = await ownCommunity()
})
afterAll(() => own.close())

test('two hosts who merge each into the other, while a third answers, leave one that stays and nobody without an answer', async () => {
  const { community } = own
  const { db, network } = community
  for (const name of ['Ben', 'Chidi', 'Dana']) await bringChallenge(community.as(await community.person(name)), { happened: name })
  const ids = (await db.selectFrom('question').select('id').orderBy('id').execute()).map(({ id }) => id)
  const [one = '', two = '', three = ''] = ids
  const words = { language: 'en' as const, title: 'An answer', summary: '', asked: '', body: 'Yes.' }

  const done = await Promise.all([
    mergeQuestion(db, network.id, { id: one, into: two }),
    mergeQuestion(db, network.id, { id: two, into: one }),
    mergeQuestion(db, network.id, { id: three, into: one }),
    mergeQuestion(db, network.id, { id: three, into: two }),
  ])
  expect(done.filter((outcome) => 'merged' in outcome).length).toBeGreaterThanOrEqual(2)
  const standing = await db.selectFrom('question').select(['id', 'mergedInto']).execute()
  const stays = standing.filter(({ mergedInto }) => mergedInto === null)
  expect(stays).toHaveLength(1)
  expect(standing.filter(({ mergedInto }) => mergedInto === stays[0]?.id)).toHaveLength(2)

  await db.updateTable('question').set({ mergedInto: null }).execute()
  await Promise.all([
    beginAnswer(db, { networkId: network.id, personId: null }, { words, questionId: one }, community.now()),
    mergeQuestion(db, network.id, { id: two, into: one }),
  ])
  const pair = await db
    .selectFrom('question')
    .select(['id', 'mergedInto', 'answerId'])
    .where('id', 'in', [one, two])
    .orderBy('id')
    .execute()
  expect(pair[0]?.answerId).not.toBeNull()
  expect(pair[1]?.mergedInto === null).toBe(pair[1]?.answerId === null)
})
