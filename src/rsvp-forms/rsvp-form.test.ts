import { beforeEach, expect, test } from 'vitest'
import { useCommunity, type Browser, type TestPerson } from '#test'

const community = useCommunity()
const page = '/events/spring-call'
const form = `${page}/form`
let ada: Browser
let ben: TestPerson
let event: { id: string }

beforeEach(async () => {
  event = await community.event()
  ada = community.as(await community.person('Ada'))
  ben = await community.person('Ben')
})

const asking = { kind: 'line', wordsEn: '', wordsEs: '', optionsEn: '', optionsEs: '' }
const ask = (fields: Partial<Record<keyof typeof asking | 'isRequired' | 'isForAll', string>>) => ada.post(form, { ...asking, ...fields })
const idsOf = async () =>
  (await community.db.selectFrom('formQuestion').select('id').where('removedAt', 'is', null).orderBy('place').execute()).map(({ id }) => id)
const kept = async () =>
  (await community.db.selectFrom('formAnswer').select(['said', 'eventId']).orderBy('questionId').execute()).map(({ said }) => said)
const pathIn = async (person: { email: string }) =>
  new URL((await community.mails(person)).at(-1)?.links.find((href) => href.includes('/rsvp/')) ?? '').pathname

/** How they come, in a line; whether they need an interpreter; what they would like to eat. */
async function askThree() {
  await ask({ wordsEn: 'Where do you come from?', wordsEs: '¿De dónde viene?', isRequired: 'yes' })
  await ask({ kind: 'yes-no', wordsEn: 'Do you need an interpreter?' })
  await ask({ kind: 'several', wordsEn: 'What do you eat?', optionsEn: 'Corn, roasted\n=Beans', optionsEs: 'Maíz asado\n=Frijoles' })
  const [from = '', interpreter = '', food = ''] = await idsOf()
  return { from: `ask-${from}`, interpreter: `ask-${interpreter}`, food: `ask-${food}`, ids: [from, interpreter, food] as const }
}

test('Ada asks, Ben answers as he says that he comes; he sees his answers and changes them, she reads them and takes them along', async () => {
  const { from, interpreter, food, ids } = await askThree()
  const bens = community.as(ben)
  expect(await bens.get(page)).toContain('Where do you come from?')

  const missed = await bens.request('POST', `${page}/rsvp`, { fields: { asked: 'yes', [interpreter]: 'yes', question: '' } })
  expect(missed.status).toBe(422)
  expect(missed.html).toContain('The hosts need an answer to this.')
  expect(missed.html).toMatch(/value="yes"[^>]*checked/)
  expect(await community.mailTo(ben)).toEqual([])

  await bens.post(`${page}/rsvp`, {
    asked: 'yes',
    [from]: '<b>Lincoln</b> 🌽',
    [interpreter]: 'no',
    [food]: 'Corn, roasted',
    [`${food}-1`]: '=Beans',
  })
  expect(await community.mailTo(ben)).toEqual(['You are coming: Spring call'])
  expect(await bens.get(page)).toContain('value="&lt;b>Lincoln&lt;/b> 🌽"')
  await bens.post(`${page}/answers`, { asked: 'yes', [from]: 'Omaha', [food]: '=Beans' })
  expect(await kept()).toEqual([['Omaha'], ['=Beans']])
  expect((await bens.request('POST', `${page}/answers`, { fields: { asked: 'yes', [food]: '=Beans' } })).status).toBe(422)

  const list = await ada.get(`${page}/attendees`)
  for (const words of ['Where do you come from?', 'Omaha', '=Beans']) expect(list).toContain(words)
  expect(await ada.get(`${page}/attendees.csv`)).toMatch(/What do you eat\?.*Omaha.*'=Beans/s)

  await ada.post(`${form}/${ids[0]}/removal`)
  expect(await bens.get(page)).not.toContain('Where do you come from?')
  expect(await ada.get(`${page}/attendees`)).toContain('Omaha')
  await ada.post(`${form}/${ids[0]}/return`)
  expect(await bens.get(page)).toContain('value="Omaha"')

  expect(await bens.get('/me/data')).toContain('Omaha')
  await bens.post('/me/leaving')
  expect(await kept()).toEqual([])
})

test('without an account the answers count once the link is followed, where they can still be changed; a short form asks behind the link', async () => {
  const { from, food } = await askThree()
  const nora = { email: 'nora@example.org' }
  const stranger = community.stranger()
  const typed = { rsvpEmail: nora.email, asked: 'yes', [from]: 'Kearney', [`${food}-1`]: '=Beans' }
  expect((await stranger.request('POST', `${page}/rsvp`, { fields: { ...typed, [from]: '' } })).status).toBe(422)
  await stranger.post(`${page}/rsvp`, typed)
  expect(await kept()).toEqual([])
  const link = await pathIn(nora)
  expect(await stranger.get(link)).toMatch(/value="Kearney"/)

  expect((await stranger.request('POST', link, { fields: { name: 'Nora', question: '', asked: 'yes', [from]: '' } })).html).toContain(
    'The hosts need',
  )
  await stranger.post(link, { name: 'Nora', question: '', asked: 'yes', [from]: 'Kearney', [food]: 'Corn, roasted' })
  expect(await kept()).toEqual([['Kearney'], ['Corn, roasted']])
  await stranger.post(`${link}/answers`, { asked: 'yes', [from]: 'York' })
  expect(await kept()).toEqual([['York']])
  expect(await stranger.get(link)).toContain('value="York"')

  await stranger.post(`${page}/rsvp`, { rsvpEmail: 'otto@example.org' })
  const short = await pathIn({ email: 'otto@example.org' })
  expect(await stranger.get(short)).toContain('Where do you come from?')
  expect((await stranger.request('POST', short, { fields: { name: '', question: '' } })).status).toBe(422)
})

test('forged and outdated answers are refused with a sentence; nothing of them is kept', async () => {
  const { from, interpreter, food, ids } = await askThree()
  const bens = community.as(ben)
  const good = { asked: 'yes', question: '', [from]: 'Lincoln' }
  const odd: [Record<string, string>, string][] = [
    [{ 'ask-0198-nobody': 'x' }, 'The questions have changed'],
    [{ [`${food}-7`]: '=Beans' }, 'The questions have changed'],
    [{ [food]: 'Caviar' }, 'This cannot be picked any more'],
    [{ [interpreter]: 'maybe' }, 'This cannot be picked any more'],
    [{ [from]: 'x'.repeat(60_000) }, 'This is too long'],
  ]
  for (const [fields, sentence] of odd) {
    const answer = await bens.request('POST', `${page}/rsvp`, { fields: { ...good, ...fields } })
    expect([answer.status, answer.html.includes(sentence)]).toEqual([422, true])
  }
  await ada.post(`${form}/${ids[1]}/removal`)
  expect((await bens.request('POST', `${page}/rsvp`, { fields: { ...good, [interpreter]: 'yes' } })).status).toBe(422)
  expect(await kept()).toEqual([])
  await bens.post(`${page}/answers`, good)
  expect(await kept()).toEqual([])
})

test('the form is for stewards alone: wrong questions come back, order is changed, kinds stay', async () => {
  const { ids } = await askThree()
  for (const fields of [
    { ...asking, kind: 'one', wordsEn: 'One?', optionsEn: 'alone' },
    { ...asking, kind: 'one', wordsEn: 'Twice?', optionsEn: 'a\na' },
    { ...asking, kind: 'several', wordsEn: 'Uneven?', optionsEn: 'a\nb', optionsEs: 'a' },
    { ...asking, kind: 'page', wordsEn: 'What?' },
    asking,
  ])
    expect((await ada.request('POST', form, { fields })).status).toBe(422)
  await ada.post(`${form}/${ids[2]}/place`, { by: 'up' })
  await ada.post(`${form}/${ids[0]}/place`, { by: 'up' })
  expect(await idsOf()).toEqual([ids[0], ids[2], ids[1]])
  await ada.post(`${form}/${ids[0]}`, { ...asking, wordsEn: 'From where?', isRequired: 'yes' })
  expect(await ada.get(form)).toContain('From where?')
  expect((await ada.request('POST', `${form}/${ids[0]}`, { fields: { ...asking, kind: 'text', wordsEn: 'x' } })).status).toBe(404)

  const chidi = community.as(await community.person('Chidi'))
  for (const browser of [community.stranger(), chidi])
    for (const path of [form, `${form}/${ids[0]}`, `${form}/${ids[0]}/removal`]) {
      expect((await browser.request('GET', path)).status).toBe(404)
      await browser.request('POST', path, { fields: { ...asking, wordsEn: 'Chidi asks' } })
    }
  expect(await ada.get(form)).not.toContain('Chidi asks')
  expect(await idsOf()).toHaveLength(3)
})

test('a question of a series is asked at its dates, later ones too; an answer holds until another is given', async () => {
  await ada.post(`${page}/rhythm`, { pattern: 'week', every: '1', rotation: '', mostDates: '3', lastDay: '' })
  await ask({ wordsEn: 'Which partnership?', wordsEs: '¿Qué alianza?', isForAll: 'yes', isRequired: 'yes' })
  const [id = ''] = await idsOf()
  const other = '/events/spring-call-2026-03-25'
  const bens = community.as(ben)
  await bens.post(`${page}/rsvp`, { asked: 'yes', [`ask-${id}`]: 'River Valley' })

  expect(await bens.get(other)).toContain('value="River Valley"')
  expect(await community.as(await community.person('Dora', { language: 'es' })).get(other)).toContain('¿Qué alianza?')
  await bens.post(`${other}/rsvp`, { asked: 'yes', [`ask-${id}`]: 'Plains' })
  expect(await ada.get(`${page}/attendees`)).toContain('River Valley')
  expect(await ada.get(`${other}/attendees`)).toContain('Plains')
  expect(await community.db.selectFrom('formAnswer').select('eventId').where('eventId', '=', event.id).execute()).toHaveLength(1)
})
