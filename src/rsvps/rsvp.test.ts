import { expect, test } from 'vitest'
import { useCommunity } from '#test'

const community = useCommunity()

test('the last seat goes to the first to ask; the next person waits and is told so', async () => {
  const [ben, dina] = [await community.person('Ben'), await community.person('Dina')]
  await community.event({ seats: 1 })

  await community.as(ben).post('/events/spring-call/rsvp')
  await community.as(dina).post('/events/spring-call/rsvp')

  expect(await community.as(ben).get('/events/spring-call')).toContain('You are coming')
  expect(await community.as(dina).get('/events/spring-call')).toContain('You are on the waiting list')
  expect(await community.mailTo(ben)).toEqual(['You are coming: Spring call'])
  expect(await community.mailTo(dina)).toEqual(['You are on the waiting list: Spring call'])
})

test('someone without an account gives an address, follows the link in the mail, and has a seat', async () => {
  await community.event()
  const nora = community.stranger()

  const page = await nora.post('/events/spring-call/rsvp', { rsvpEmail: 'Nora@Example.org', rsvpName: 'Nora', question: 'How do I begin?' })
  expect(page).toContain('Look into your inbox')
  const [asked] = await community.mails('nora@example.org')
  const link = asked?.links.find((href) => href.includes('/rsvp/')) ?? ''
  expect(await nora.get(link)).toContain('How do I begin?')
  const mine = await nora.post(link, { name: 'Nora', question: 'How do I begin?', timeZone: 'America/Denver' })

  expect(mine).toContain('You are coming')
  expect(mine).toContain('canary-room')
  expect(await community.mailTo('nora@example.org')).toEqual(['Please confirm your RSVP: Spring call', 'You are coming: Spring call'])
})
