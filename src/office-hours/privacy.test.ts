import { expect, test } from 'vitest'
import { bringChallenge, idOfChallenge, linkIn, useCommunity, type Browser } from '#test'

const community = useCommunity({ mailInPort: 25 })

/** Not the word alone, which pages that search say back. */
const canary = /canary (hidden|merged|withdrawn|tried|stage|with|of)/

/** Wherever others read, hear, search or count challenges. */
const openPages = [
  '/',
  '/feed.xml',
  '/events/spring-call',
  '/events/spring-call/live',
  '/office-hours',
  '/office-hours/questions',
  '/office-hours/answers',
  '/office-hours/answers?q=canary',
  '/office-hours/answers/similar?q=canary',
  '/office-hours/answers/feed.xml',
  '/updates',
]

async function readBy(browser: Browser, more: string[] = []): Promise<string> {
  const pages: string[] = []
  for (const path of [...openPages, ...more]) pages.push(await browser.get(path))
  return pages.join('\n')
}

test('what is for the hosts alone, withdrawn or merged shows in no page, feed, search, count, mail or data of others', async () => {
  const [ada, ben, chidi] = [await community.person('Ada'), await community.person('Ben'), await community.person('Chidi')]
  const desk = community.as(ada)
  await community.event()
  await bringChallenge(community.as(ben), { happened: 'The open one.', sharing: 'named' })
  const open = await idOfChallenge(community)
  const bring = async (happened: string, sharing: string) => {
    community.wait({ seconds: 1 })
    await bringChallenge(community.as(chidi), { happened, tried: 'canary tried', stage: 'canary stage', sharing })
    return idOfChallenge(community)
  }
  const hidden = await bring('canary hidden', 'not-at-all')
  const merged = await bring('canary merged', 'not-at-all')
  const withdrawn = await bring('canary withdrawn', 'named')
  await community.stranger().post(`${await linkIn(community, chidi, 'mine')}/withdrawal`)
  await community.as(chidi).post('/events/spring-call/rsvp', { question: 'canary with an RSVP' })
  await desk.post(`/office-hours/queue/${merged}/merging`, { act: 'merge', into: open })
  await desk.post(`/office-hours/queue/${hidden}/words`, { words: 'canary of a host' })
  await desk.post('/events/spring-call/live/challenges')
  await desk.post('/events/spring-call/live/turn')

  for (const browser of [community.stranger(), community.as(ben)]) {
    expect(await readBy(browser, [`/office-hours/questions/${open}`])).not.toMatch(canary)
    expect(await browser.get(`/office-hours/questions/${open}`)).not.toContain('The same challenge')
    for (const id of [hidden, merged, withdrawn]) {
      expect((await browser.request('GET', `/office-hours/questions/${id}`)).status).toBe(404)
      expect(
        (await browser.request('POST', `/office-hours/questions/${id}/me-too`, { fields: { meTooEmail: 'x@example.org' } })).status,
      ).toBe(404)
      expect((await browser.request('GET', `/office-hours/queue/${id}`)).status).toBe(404)
    }
  }
  expect(await community.as(ben).get('/me/data')).not.toMatch(canary)
  expect(JSON.stringify(await community.mails(ben))).not.toMatch(canary)
  expect(JSON.stringify(await community.mails('x@example.org'))).toBe('[]')
  expect(await community.as(chidi).get('/me/data')).toContain('canary of a host')
})
