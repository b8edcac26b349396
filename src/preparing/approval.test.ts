import { expect, test } from 'vitest'
import { blocksIn, compose, fieldsIn, useCommunity } from '#test'

const community = useCommunity()
const page = '/updates/spring-update/send'

/** Ada has written; Dee looks after the community too, and a second word is asked for. */
async function written() {
  const [ada, dee] = [await community.person('Ada'), await community.person('Dee', { role: 'steward', language: 'es' })]
  await community.reader(await community.person('Ben'))
  await community.db.updateTable('network').set({ approvalRequired: true }).execute()
  await community.as(ada).post('/updates', { subject: 'Spring update', language: 'en' })
  const [first = ''] = blocksIn(await community.as(ada).get('/updates/spring-update/edit'))
  const write = (text: string) => compose(community.as(ada), 'spring-update', { preheader: 'News', [`${first}-text`]: text })
  await write('The snow is gone.')
  return { ada: community.as(ada), dee: community.as(dee), write, people: { ada, dee } }
}

const seenOn = (html: string) => ({ seen: fieldsIn(html)['seen'] ?? '' })
const began = () => community.db.selectFrom('edition').select('sendingBeganAt').executeTakeFirstOrThrow()

async function tryToSend(browser: { post: (path: string) => Promise<string> }) {
  await browser.post('/updates/spring-update/sending')
  await community.work()
  return (await began()).sendingBeganAt !== null
}

test('without a second steward’s word nothing leaves; with it, it does', async () => {
  const { ada, dee, people } = await written()
  expect(await ada.get(page)).toContain('Ask when the words are as they should be.')
  expect(await tryToSend(ada)).toBe(false)

  const asked = await ada.post('/updates/spring-update/approval', seenOn(await ada.get(page)))
  expect(asked).toContain('so another steward decides')
  expect(await community.mailTo(people.dee)).toEqual(['Ada le pide que apruebe «Spring update»'])
  expect(await tryToSend(ada)).toBe(false)

  const approved = await dee.post('/updates/spring-update/approval/verdict', { ...seenOn(await dee.get(page)), verdict: 'approved' })
  expect(approved).toContain('Enviar ahora a 1 persona')
  expect(await community.mailTo(people.ada)).toEqual(['Dee has approved “Spring update”'])
  expect(await tryToSend(ada)).toBe(true)
})

test('it is sent back with a note, which has to be written', async () => {
  const { ada, dee, people } = await written()
  await ada.post('/updates/spring-update/approval', seenOn(await ada.get(page)))
  const verdict = { ...seenOn(await dee.get(page)), verdict: 'sent-back' }
  expect(await dee.post('/updates/spring-update/approval/verdict', verdict)).toContain('Diga qué cambiar.')
  await dee.post('/updates/spring-update/approval/verdict', { ...verdict, note: 'The day is wrong <3' })
  const [mail] = await community.mails(people.ada)
  expect(mail?.subject).toBe('Dee sends “Spring update” back')
  expect(await ada.get(page)).toContain('Dee sent it back: The day is wrong &lt;3')
  expect(await tryToSend(ada)).toBe(false)
})

test('nobody approves their own, whoever wrote the last word included', async () => {
  const { ada, dee } = await written()
  const seen = seenOn(await ada.get(page))
  await ada.post('/updates/spring-update/approval', seen)
  await ada.post('/updates/spring-update/approval/verdict', { ...seen, verdict: 'approved' })
  expect(await tryToSend(ada)).toBe(false)

  community.wait({ minutes: 1 })
  await compose(dee, 'spring-update', { subject: 'Spring update' })
  await ada.post('/updates/spring-update/approval', seenOn(await ada.get(page)))
  await dee.post('/updates/spring-update/approval/verdict', { ...seenOn(await dee.get(page)), verdict: 'approved' })
  expect(await tryToSend(dee)).toBe(false)
})

test('a word counts for the words it was given for', async () => {
  const { ada, dee, write } = await written()
  await ada.post('/updates/spring-update/approval', seenOn(await ada.get(page)))
  const old = seenOn(await dee.get(page))
  await dee.post('/updates/spring-update/approval/verdict', { ...old, verdict: 'approved' })
  await ada.post('/updates/spring-update/schedule', { at: '2026-03-05T10:00' })
  community.wait({ minutes: 1 })
  await write('The snow is back.')
  expect(await ada.get(page)).toContain('The words have changed since it was shown for approval')
  await dee.post('/updates/spring-update/approval/verdict', { ...old, verdict: 'approved' })
  community.wait({ hours: 26 })
  await community.work()
  expect(await began()).toEqual({ sendingBeganAt: null })
  expect(await ada.get('/admin')).toContain('should have been sent and was not')
})

test('stewards decide in the settings whether a second word is asked for', async () => {
  const ada = community.as(await community.person('Ada'))
  const form = fieldsIn(await ada.get('/admin/settings'))
  await ada.post('/admin/settings', { ...form, approvalRequired: 'yes' })
  expect(await community.db.selectFrom('network').select('approvalRequired').execute()).toEqual([{ approvalRequired: true }])
})
