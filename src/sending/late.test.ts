import { expect, test } from 'vitest'
import { addBlock, compose, useCommunity } from '#test'

const community = useCommunity()

/** A spring update that leaves tomorrow morning at half past nine in Lincoln, to Ben. */
async function scheduled() {
  const ada = community.as(await community.person('Ada'))
  await community.reader(await community.person('Ben'))
  await ada.post('/updates', { subject: 'Spring update', language: 'en' })
  await addBlock(ada, 'spring-update', 'words', { text: 'Spring is here.' })
  await ada.post('/updates/spring-update/schedule', { at: '2026-03-05T09:30' })
  return ada
}

const lettersToBen = async () =>
  (
    await community.db
      .selectFrom('mail')
      .select('id')
      .where('contentId', 'is not', null)
      .where('toAddress', '=', 'ben@example.org')
      .execute()
  ).length

/** Until half past nine in Lincoln, and so much longer. */
const outage = (more: Temporal.DurationLike) => {
  community.wait({ hours: 24, minutes: 30 })
  community.wait(more)
}

test.each([
  [{ minutes: 0 }, 1],
  [{ hours: 1, minutes: 59 }, 1],
  [{ hours: 2 }, 0],
  [{ hours: 48 }, 0],
])('%j after its moment, %i letters leave by themselves', async (late, letters) => {
  await scheduled()
  outage(late)
  await community.work()
  expect(await lettersToBen()).toBe(letters)
})

test('hours late, it waits; the stewards are told once, by mail and at the desk, and one button sends it', async () => {
  const ada = await scheduled()
  outage({ hours: 5 })
  await community.work()
  await community.work()

  const [told, ...others] = await community.mails('ada@example.org')
  expect(others).toEqual([])
  expect(told?.subject).toBe('“Spring update” waits for you: it is hours late')
  expect(told?.body).toContain('Thursday, March 5, 2026')
  expect(told?.links).toEqual(['https://community.example.org/updates/spring-update/send'])
  expect(await community.mailTo('ben@example.org')).toEqual([])
  expect(await ada.get('/admin')).toContain('“Spring update” should have been sent and was not')
  expect(await ada.get('/updates/spring-update/send')).toContain('It should have left on Thursday, March 5, 2026')

  await ada.post('/updates/spring-update/sending')
  await community.work()
  expect(await lettersToBen()).toBe(1)
})

test('hours late, it can be given another moment', async () => {
  const ada = await scheduled()
  outage({ hours: 48 })
  await community.work()
  await ada.post('/updates/spring-update/schedule', { at: '2026-03-08T09:30' })
  await community.work()
  expect(await lettersToBen()).toBe(0)

  community.wait({ hours: 24 })
  await community.work()
  expect(await lettersToBen()).toBe(1)
})

test('what became unfinished before its moment waits too, and the stewards are told why', async () => {
  const ada = await scheduled()
  await compose(ada, 'spring-update', { subject: '' })
  outage({ minutes: 0 })
  await community.work()
  expect(await community.mailTo('ada@example.org')).toEqual(['“No subject yet” waits for you: something is unfinished'])
  expect(await lettersToBen()).toBe(0)
})
