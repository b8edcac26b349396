import { expect, test } from 'vitest'
import { addBlock, blocksIn, compose, fieldsIn, useCommunity, type Browser } from '#test'

const community = useCommunity()

async function spring(words = 'Hello {{firstName}}, the snow is gone.'): Promise<{ ada: Browser; first: string }> {
  const ada = community.as(await community.person('Ada', { lastName: 'Lovelace' }))
  await community.reader(await community.person('Ben'))
  await ada.post('/updates', { subject: 'Spring update', language: 'en' })
  const [first = ''] = blocksIn(await ada.get('/updates/spring-update/edit'))
  await compose(ada, 'spring-update', { preheader: 'What grew over winter', [`${first}-text`]: words })
  return { ada, first }
}

const page = '/updates/spring-update/send'
const mails = () => community.db.selectFrom('mail').select('toAddress').execute()

test('with nothing to mend the page says so and the edition can leave', async () => {
  const { ada } = await spring()
  const html = await ada.get(page)
  expect(html).toContain('Nothing to mend was found.')
  expect(html).toContain('Send to 1 reader now')
})

test('a link that leads nowhere holds the edition until it is mended, and the line leads to its block', async () => {
  const { ada, first } = await spring('Read [the tip](/tips/gone) and [the next](/tips/play-your-role), or [write](mailto:a@example.org).')
  await community.tip()
  expect(await ada.get(page)).toContain('2 links have not been checked in the last week.')
  expect(await ada.post('/updates/spring-update/link-checks')).toContain('The links are being asked for.')
  await community.work()

  const held = await ada.get(page)
  expect(held).toContain('This link leads nowhere: https://community.example.org/tips/gone')
  expect(held).toContain(`/updates/spring-update/edit#block-${first}`)
  expect(held).not.toMatch(/tips\/play-your-role|have not been checked|Send to 1 reader now/)
  await ada.post('/updates/spring-update/sending')
  await community.work()
  expect(await mails()).toEqual([])

  await compose(ada, 'spring-update', { [`${first}-text`]: 'Read [the tip](/tips/play-your-role).' })
  expect(await ada.get(page)).toContain('Send to 1 reader now')
})

test('a draft, a private page and an address within are no pages that readers can open', async () => {
  await community.event({ title: 'Secret call', draft: true })
  const { ada } = await spring(
    '[One](/events/secret-call) [two](/admin) [three](http://127.0.0.1:5432/) [four](http://169.254.169.254/latest/)',
  )
  await ada.post('/updates/spring-update/link-checks')
  await community.work()
  const html = await ada.get(page)
  for (const path of ['/events/secret-call', '/admin'])
    expect(html).toContain(`This link leads nowhere: https://community.example.org${path}`)
  for (const address of ['http://127.0.0.1:5432/', 'http://169.254.169.254/latest/'])
    expect(html).toContain(`its site did not tell us whether the page is there: ${address} (forbidden)`)
})

test('Ada sends all the same and says why; it counts until the words change', async () => {
  const { ada, first } = await spring('![ ](/files/x.png) A picture without words.')
  expect(await ada.get(page)).toContain('A picture among the words says nothing of what it shows')
  const { seen = '' } = fieldsIn(await ada.get(page))
  expect(await ada.post('/updates/spring-update/override', { seen, reason: '' })).not.toContain('Send to 1 reader now')
  const html = await ada.post('/updates/spring-update/override', { seen, reason: 'Only for show, <b>promised</b>' })
  expect(html).toContain('It is sent all the same: Only for show, &lt;b>promised&lt;/b> (Ada Lovelace)')
  expect(html).toContain('Send to 1 reader now')

  community.wait({ minutes: 1 })
  await compose(ada, 'spring-update', { [`${first}-text`]: '![](/files/y.png) Another.' })
  expect(await ada.get(page)).not.toContain('Send to 1 reader now')
  await ada.post('/updates/spring-update/override', { seen, reason: 'An old page' })
  expect(await ada.get(page)).not.toContain('Send to 1 reader now')
})

test('what would be better is said and holds nothing', async () => {
  const { ada, first } = await spring()
  const lucia = await community.person('Lucía', { email: 'lucia@example.org', language: 'es' })
  await community.reader(lucia)
  const subject = 'A subject that goes on for much longer than any phone will ever show'
  await compose(ada, 'spring-update', { subject, preheader: '', [`${first}-text`]: '## One\n\n#### Three' })
  const html = await ada.get(page)
  expect(html).toContain('The subject is longer than the 60 letters')
  expect(html).toContain('The line beside the subject is empty.')
  expect(html).toContain('A title is two levels below')
  expect(html).toContain('There is no subject in this language, and 1 person reads in it.')
  expect(html).toContain('Send to 2 readers now')
  expect(await ada.get(`${page}?language=es`)).toBeTruthy()
})

test('over what Gmail cuts, the edition waits', async () => {
  const { ada, first } = await spring()
  await compose(ada, 'spring-update', { [`${first}-text`]: 'All about champions. '.repeat(2800) })
  await addBlock(ada, 'spring-update', 'words', { text: 'And even more of it. '.repeat(2800) })
  expect(await ada.get(page)).toMatch(/It weighs 1\d\d kilobytes/)
})

test('whoever got a test and has left the list is named', async () => {
  const { ada } = await spring()
  await community.reader(await community.person('Ada'))
  await ada.post('/updates/spring-update/test', { language: 'en' })
  await community.db
    .updateTable('subscription')
    .set({ leftAt: community.now() })
    .where('personId', 'in', (of) => of.selectFrom('person').select('id').where('email', '=', 'ada@example.org'))
    .execute()
  expect(await ada.get(page)).toContain('ada@example.org got a test and has left the list.')
})

test('to strangers and members it is not there', async () => {
  await spring()
  const ben = community.as(await community.person('Ben'))
  for (const browser of [community.stranger(), ben])
    for (const path of ['link-checks', 'override', 'approval', 'approval/verdict'])
      expect((await browser.request('POST', `/updates/spring-update/${path}`)).status).toBe(404)
})
