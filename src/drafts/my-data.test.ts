import { expect, test } from 'vitest'
import { blocksIn, compose, fieldsIn, useCommunity } from '#test'

const community = useCommunity()

/** Ada saved the edition once and typed on; Olga has it open too. */
async function written() {
  const [ada, olga] = [await community.person('Ada'), await community.person('Olga', { role: 'owner' })]
  const browser = community.as(ada)
  await browser.post('/updates', { subject: 'Spring update', language: 'en' })
  const path = '/updates/spring-update'
  const [block = ''] = blocksIn(await browser.get(`${path}/edit`))
  await compose(browser, 'spring-update', { [`${block}-text`]: 'We meet on Tuesday.' })
  community.wait({ minutes: 5 })
  for (const [writer, subject] of [
    [browser, 'Half a subject'],
    [community.as(olga), 'Words of Olga'],
  ] as const) {
    const fields = fieldsIn(await writer.get(`${path}/edit?language=en&draft=no`))
    expect(await writer.request('POST', `${path}/draft`, { fields: { ...fields, subject } })).toMatchObject({ status: 200 })
  }
  return { ada, olga }
}

test('what Ada typed and saved at an edition is in what is kept about her, on the page and in the file', async () => {
  const { ada } = await written()
  const { html } = await community.as(ada).request('GET', '/me/data.json')
  const { editions } = JSON.parse(html) as { editions: { draftsOfEditions: unknown[]; savedVersionsOfEditions: unknown[] } }

  expect(editions.draftsOfEditions).toMatchObject([
    { edition: 'spring-update', language: 'en', keptAt: community.now().toString(), fields: { subject: 'Half a subject' } },
  ])
  expect(editions.savedVersionsOfEditions.at(-1)).toMatchObject({ edition: 'spring-update', subject: { en: 'Spring update' } })
  expect(JSON.stringify(editions.savedVersionsOfEditions)).toContain('We meet on Tuesday.')
  const page = await community.as(ada).get('/me/data')
  for (const words of ['Drafts of editions', 'Half a subject', 'Saved versions of editions', 'We meet on Tuesday.'])
    expect(page).toContain(words)
})

test('what another wrote is theirs', async () => {
  const { ada, olga } = await written()
  const ben = await community.person('Ben')
  const told = async (person: typeof ada) => (await community.as(person).request('GET', '/me/data.json')).html

  expect(await told(ada)).not.toContain('Words of Olga')
  expect(await told(olga)).toContain('Words of Olga')
  expect(await told(olga)).not.toContain('Half a subject')
  expect(JSON.parse(await told(ben))).toMatchObject({ editions: { draftsOfEditions: [], savedVersionsOfEditions: [] } })
})

test('in Spanish its names are Spanish', async () => {
  const { ada } = await written()
  await community.db.updateTable('person').set({ language: 'es' }).where('id', '=', ada.id).execute()
  const page = await community.as(ada).get('/me/data')

  for (const words of ['Borradores de ediciones', 'Versiones guardadas de ediciones', 'Idioma']) expect(page).toContain(words)
})
