import { expect, test } from 'vitest'
import { findPersonByEmail } from '#people'
import { bringFile, countedIn, lookAt, takeIn, useCommunity, zipOf } from '#test'

const community = useCommunity()

const subscribed =
  'Email Address,First Name,Last Name,Organization,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LAST_CHANGED,TAGS\n' +
  'dana@example.org,Dana,Fields,Iron Range,2,2021-03-04 10:00:00,203.0.113.7,2021-03-04 10:05:00,203.0.113.7,2024-01-01 00:00:00,"""board"",""2024 cohort"""\n' +
  'eli@example.org,Eli,,,2,,,,,,\n' +
  'both@example.org,Both,,,2,2020-01-01 00:00:00,,,,,\n'
const unsubscribed =
  'Email Address,First Name,OPTIN_TIME,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_REASON\n' +
  'left@example.org,Lena,2019-01-01 00:00:00,2022-05-05 12:00:00,March,NORMAL\n' +
  'both@example.org,Both,2020-01-01 00:00:00,2023-01-01 00:00:00,,\n'
const cleaned = 'Email Address,First Name,CLEAN_TIME\ngone@example.org,Gone,2023-02-02 00:00:00\n'
const never = 'Email Address\nreceipt@example.org\n'

const audience = () =>
  zipOf({
    'subscribed_email_audience_export_0a1.csv': subscribed,
    'unsubscribed_email_audience_export_0a1.csv': unsubscribed,
    'cleaned_email_audience_export_0a1.csv': cleaned,
    'nonsubscribed_email_audience_export_0a1.csv': never,
  })

test('the zip of a Mailchimp audience comes in whole: tags, moments and where they said yes; who left or bounced there is noted', async () => {
  const ada = community.as(await community.person('Ada'))
  const first = await bringFile(ada, await audience(), 'audience.zip')
  expect(first).toContain('People of Mailchimp')
  expect(first).toMatch(/What is left out<\/dt><dd>nonsubscribed/)

  const page = await lookAt(community, ada, await audience(), { name: 'audience.zip' })
  expect(countedIn(page, 'New to us')).toBe('2')
  expect(countedIn(page, 'Have left there')).toBe('2')
  expect(countedIn(page, 'Mail to them came back there')).toBe('1')
  expect(countedIn(page, 'Stand in the file more than once')).toBe('1')
  await takeIn(community, ada, page)

  const dana = await findPersonByEmail(community.db, 'dana@example.org')
  const consents = await community.db
    .selectFrom('consent')
    .selectAll()
    .where('personId', '=', dana?.id ?? '')
    .orderBy('at')
    .execute()
  expect(consents.map(({ kind, at, source }) => [kind, at.toString(), source])).toEqual([
    ['given', '2021-03-04T10:00:00Z', 'import of audience.zip: Our old list (203.0.113.7)'],
    ['confirmed', '2021-03-04T10:05:00Z', 'import of audience.zip: Our old list (203.0.113.7)'],
  ])
  const tags = await community.db
    .selectFrom('personTag')
    .select('tag')
    .where('personId', '=', dana?.id ?? '')
    .orderBy('tag')
    .execute()
  expect(tags).toEqual([{ tag: '2024 cohort' }, { tag: 'board' }])
  const on = await community.db.selectFrom('reader').select(['email', 'confirmedAt']).orderBy('email').execute()
  expect(on.map(({ email }) => email)).toEqual(['dana@example.org', 'eli@example.org'])
  expect(on[0]?.confirmedAt.toString()).toBe('2021-03-04T10:05:00Z')
  expect(await findPersonByEmail(community.db, 'left@example.org')).toMatchObject({ firstName: '' })
  expect(await findPersonByEmail(community.db, 'receipt@example.org')).toBeUndefined()
})

test('whoever left or bounced in Mailchimp is not mailed by a later import either, on this list or another', async () => {
  const ada = community.as(await community.person('Ada'))
  await takeIn(community, ada, await lookAt(community, ada, await audience(), { name: 'audience.zip' }))

  for (const list of ['monthly-update', 'event-news']) {
    const page = await lookAt(community, ada, 'email\nleft@example.org\ngone@example.org\n', { list })
    expect(countedIn(page, 'Have left here')).toBe('1')
    expect(countedIn(page, 'Mail to them came back;')).toBe('1')
  }
})

test('who left there and joined here later stays; who left there after joining here by an import leaves', async () => {
  const ada = community.as(await community.person('Ada'))
  const ben = await community.person('Ben', { email: 'left@example.org' })
  const list = await community.reader(ben)
  await takeIn(community, ada, await lookAt(community, ada, subscribed.replace('eli@', 'chidi@')))

  const later =
    'Email Address,OPTIN_TIME,UNSUB_TIME\nleft@example.org,,2022-05-05 12:00:00\nchidi@example.org,,2026-04-01 00:00:00\ndana@example.org,,2024-05-05 12:00:00\n'
  community.wait({ hours: 24 * 60 })
  const steward = community.as(await community.person('Olga', { role: 'steward' }))
  const page = await lookAt(community, steward, later)
  expect(countedIn(page, 'Left there, but joined here')).toBe('1')
  expect(countedIn(page, 'Have left there')).toBe('2')
  await takeIn(community, steward, page)

  const on = await community.db.selectFrom('reader').select('email').where('listId', '=', list.id).orderBy('email').execute()
  expect(on.map(({ email }) => email)).toEqual(['both@example.org', 'left@example.org'])
})
