import { expect, test } from 'vitest'
import { useCommunity } from '#test'
import { putCues } from './transcript.actions.ts'

const community = useCommunity()

async function said(slug: string, sentences: string[], language: 'en' | 'es' = 'en') {
  const { id: webinarId } = await community.db.selectFrom('webinar').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const cues = sentences.map((words, at) => ({ startsAt: at * 60_000, endsAt: at * 60_000 + 5000, speaker: 'Ruth Yazzie', words }))
  await putCues(community.db, { where: { webinarId, language }, personId: null }, cues, community.now())
}

test('what was said is found, and leads to the second', async () => {
  const slug = await community.webinar({ title: 'A spring call' })
  await community.webinar({ title: 'Another call' })
  await said(slug, ['We met for coffee.', 'The dairies shared a truck.', 'Nobody paid for it.'])

  const page = await community.stranger().get('/webinars?q=dairy+truck')
  expect(page).toContain('1 webinar speaks of “dairy truck”')
  expect(page).toContain(`href="/webinars/${slug}?at=60&amp;words=en#recording"`)
  expect(page).toContain('The <mark>dairies</mark> shared a <mark>truck</mark>.')
  expect(page).not.toContain('Another call')
  expect(page).not.toContain('We met for coffee.')
})

test('words that stand far apart are found together, and none of them alone is', async () => {
  const slug = await community.webinar({ title: 'A spring call' })
  await said(slug, ['We met for coffee.', 'The dairies shared a truck.'])

  expect(await community.stranger().get('/webinars?q=coffee+truck')).toContain('A spring call')
  expect(await community.stranger().get('/webinars?q=coffee+airplane')).toContain('Nothing was said of “coffee airplane”.')
})

test('what is asked to be left out is not shown as found', async () => {
  const slug = await community.webinar({ title: 'A spring call' })
  await said(slug, ['The dairies shared a truck.', 'We met for coffee.'])

  const page = await community.stranger().get('/webinars?q=coffee+-airplane')
  expect(page).toContain('We met for <mark>coffee</mark>.')
  expect(page).not.toContain('The dairies')
  expect(await community.stranger().get('/webinars?q=coffee+-truck')).toContain('Nothing was said of')
})

test('Spanish is searched as Spanish', async () => {
  const slug = await community.webinar({ title: 'A spring call' })
  await said(slug, ['Las lecherías compartieron un camión.'], 'es')

  expect(await community.stranger().get('/webinars?q=lechería')).toContain('<mark>lecherías</mark>')
})

test('titles, notes and speakers are found too, and follow what is edited', async () => {
  const slug = await community.webinar({ title: 'A spring call', body: 'Pick-ups of freight.', speakers: 'Marisol Vega (convener)' })

  for (const asked of ['spring', 'freight', 'marisol'])
    expect(await community.stranger().get(`/webinars?q=${asked}`)).toContain('A spring call')
  await community.db
    .updateTable('webinarText')
    .set({ body: 'Nothing more.' })
    .where('webinarId', 'in', (of) => of.selectFrom('webinar').select('id').where('slug', '=', slug))
    .execute()
  expect(await community.stranger().get('/webinars?q=freight')).not.toContain('A spring call')
})

test('drafts are found by stewards alone', async () => {
  const slug = await community.webinar({ title: 'A spring call', draft: true })
  await said(slug, ['The dairies shared a truck.'])

  expect(await community.stranger().get('/webinars?q=truck')).toContain('Nothing was said of')
  expect(await community.as(await community.person('Ada')).get('/webinars?q=truck')).toContain('A spring call')
})

test.each(['<script>alert(1)</script>', "'; drop table webinar; --", '"', '-', '&|!():*', '\u0002\u0003', 'a'.repeat(500), '%'])(
  'whatever is asked, such as %j, a page answers',
  async (asked) => {
    const slug = await community.webinar()
    await said(slug, ['The dairies <b>shared</b> a truck.'])

    const { status, html } = await community.stranger().request('GET', `/webinars?q=${encodeURIComponent(asked)}`)
    expect(status).toBe(200)
    expect(html).not.toContain('<script>alert')
  },
)

test('the archive narrows to a year', async () => {
  await community.webinar({ title: 'The older one', heldOn: '2025-05-01' })
  await community.webinar({ title: 'The newer one', heldOn: '2026-01-31' })

  const page = await community.stranger().get('/webinars?year=2025')
  expect(page).toContain('The older one')
  expect(page).not.toContain('The newer one')
})
