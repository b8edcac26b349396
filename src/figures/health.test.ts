import { expect, test } from 'vitest'
import { leave } from '#mailing'
import { markBounced } from '#suppressions'
import { useCommunity } from '#test'

const community = useCommunity()
const ada = async () => community.as(await community.person('Ada'))

test('Ada sees who is on the list, who gets no mail and why, and who takes part', async () => {
  const [ben, chidi, dana, luz] = [
    await community.person('Ben', { state: 'NE' }),
    await community.person('Chidi', { state: 'CO' }),
    await community.person('Dana'),
    await community.person('Luz', { language: 'es', state: 'NE' }),
  ]
  for (const person of [ben, chidi, dana, luz]) await community.reader(person)
  await community.reader(luz, 'event-news')
  await leave(community.db, { network: community.network, person: dana, lists: 'all', wording: 'x', source: 'a test' }, community.now())
  await markBounced(community.db, chidi.email, '550', community.now())
  await community.stranger().post('/join', { email: 'asks@example.net', 'list-monthly-update': 'yes' })
  await community.db
    .updateTable('subscription')
    .set({ frequency: 'monthly', monthlySince: community.now() })
    .where('personId', '=', ben.id)
    .execute()
  await community.db.deleteFrom('session').where('personId', '!=', ben.id).execute()
  const page = await ada()

  const html = await page.get('/admin/figures/health')
  for (const words of ['<b>3</b> on the list now', '<b>67%</b> of them get mail', '<b>33%</b> took part']) expect(html).toContain(words)

  const lines = (await page.get('/admin/figures/health.csv'))
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
  for (const line of [
    'What changed,Left,1,,',
    'What changed,Mail came back for good,1,,',
    'What changed,"Asked, and not confirmed yet",1,,',
    'Gets no mail,Mail came back for good,1,33%,0%',
    'How often,Every mail,2,67%,0%',
    'How often,One mail a month,1,33%,100%',
    'Language,Español,1,33%,0%',
    'State,Nebraska,2,67%,50%',
    'State,Colorado,1,33%,0%',
  ])
    expect(lines).toContain(line)

  expect(await page.get('/admin/figures/health?list=all')).toContain('<b>3</b> on the list now')
})

test('whoever was forgotten is counted among what happened, and nowhere else', async () => {
  const ben = await community.person('Ben')
  await community.reader(ben)
  await community.as(ben).post('/me/leaving')
  const html = await (await ada()).get('/admin/figures/health')
  expect(html).toMatch(/Left for good and were forgotten<\/th><td class="number">1</)
  expect(html).toContain('<b>0</b> on the list now')
  expect(html).toContain('Nobody is here yet.')
})

test('to members and strangers it is not there', async () => {
  for (const browser of [community.as(await community.person('Ben')), community.as(await community.person('Chidi')), community.stranger()])
    for (const path of ['/admin/figures/health', '/admin/figures/health.csv'])
      expect([path, (await browser.request('GET', path)).status]).toEqual([path, 404])
})
