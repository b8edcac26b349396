import { expect, test } from 'vitest'
import { blocksIn, compose, fieldsIn, useCommunity, type Browser } from '#test'

const community = useCommunity()
const page = '/updates/spring-update/send'
const seenOn = async (browser: Browser) => ({ seen: fieldsIn(await browser.get(page))['seen'] ?? '' })

/** Ada wrote, asked Dee, who sent it back. Before, she said why a picture without words goes out all the same. */
async function prepared() {
  const [ada, dee] = [await community.person('Ada'), await community.person('Dee', { role: 'steward' })]
  const [asAda, asDee] = [community.as(ada), community.as(dee)]
  await community.reader(await community.person('Ben'))
  await community.db.updateTable('network').set({ approvalRequired: true }).execute()
  await asAda.post('/updates', { subject: 'Spring update', language: 'en' })
  const [first = ''] = blocksIn(await asAda.get('/updates/spring-update/edit'))
  await compose(asAda, 'spring-update', { preheader: 'News', [`${first}-text`]: 'The snow is gone. ![ ](/files/x.png)' })
  await asAda.post('/updates/spring-update/override', { ...(await seenOn(asAda)), reason: 'Only for show' })
  await asAda.post('/updates/spring-update/approval', await seenOn(asAda))
  await asDee.post('/updates/spring-update/approval/verdict', { ...(await seenOn(asDee)), verdict: 'sent-back', note: 'The day is wrong' })
  return { ada, dee }
}

type Told = { preparing: { approvalsOfEditions: object[]; editionsSentAllTheSame: object[] } }
const told = async (person: Awaited<ReturnType<typeof prepared>>['ada']): Promise<Told> =>
  JSON.parse((await community.as(person).request('GET', '/me/data.json')).html) as Told

test('what Ada said while editions were readied is in what is kept about her, on the page and in the file', async () => {
  const { ada } = await prepared()
  const { preparing } = await told(ada)

  expect(preparing.approvalsOfEditions).toMatchObject([{ edition: 'spring-update', askedAt: community.now().toString(), decidedAt: null }])
  expect(preparing.editionsSentAllTheSame).toMatchObject([{ edition: 'spring-update', reason: 'Only for show' }])
  const shown = await community.as(ada).get('/me/data')
  for (const words of ['Approvals of editions', 'Editions sent all the same', 'Only for show']) expect(shown).toContain(words)
})

test('the note of a verdict is told to whoever wrote it, and to nobody else', async () => {
  const { ada, dee } = await prepared()
  expect(JSON.stringify(await told(ada))).not.toContain('The day is wrong')
  const { preparing } = await told(dee)

  expect(preparing.approvalsOfEditions).toMatchObject([{ askedAt: null, verdict: 'sent-back', note: 'The day is wrong' }])
  expect(preparing.editionsSentAllTheSame).toEqual([])
  expect((await told(await community.person('Chidi'))).preparing).toEqual({
    approvalsOfEditions: [],
    editionsSentAllTheSame: [],
    editionsForYourDigest: [],
  })
})

test('in Spanish its names are Spanish', async () => {
  const { ada } = await prepared()
  await community.db.updateTable('person').set({ language: 'es' }).where('id', '=', ada.id).execute()
  const shown = await community.as(ada).get('/me/data')

  for (const words of ['Aprobaciones de ediciones', 'Ediciones enviadas de todos modos']) expect(shown).toContain(words)
})
