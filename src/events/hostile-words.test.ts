import { expect, test } from 'vitest'
import { childrenOf, editEvent, readCalendar, readXml, textsOf, useCommunity } from '#test'

const community = useCommunity()
const hostile = [
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['an attribute’s end', '"><svg onload=alert(1)> \'"'],
  ['the end of a feed’s data', ']]></title><script>alert(1)</script> &amp; &#60;'],
  ['a line break and a mail header', 'Call\r\nBcc: chidi@example.org\r\n\r\n<b>x</b>'],
  ['the end of a calendar entry', 'Call\r\nEND:VEVENT\r\nBEGIN:VEVENT;x,y\\n'],
  ['emoji and a turn of direction', '🌽👩🏽‍🌾 \u202Egnirps\u202C call'],
  ['Arabic letters', 'لقاء الربيع'],
  ['200 characters without a space', 'n'.repeat(200)],
  ['the words of a template', '{{title}} ${title} $& $1'],
] as const

/** What people read: on one line, without characters that turn the direction. */
const plain = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\u202A-\u202E]/g, '')
    .trim()

const dangerous = /<script>alert|<img src=x|<svg onload|\u202E|^Bcc:/m

test.each(hostile)('a title with %s is shown as words on pages, in feeds, calendars and mails', async (_, title) => {
  await community.event()
  await editEvent(community.as(await community.person('Ada')), { title, summary: title, hosts: 'Marisol Vega', place: title })
  const ben = await community.person('Ben')
  await community.as(ben).post('/events/spring-call/rsvp')
  await community.as(ben).post('/events/spring-call/regret')
  const stranger = community.stranger()

  for (const path of ['/', '/events', '/office-hours', '/events/spring-call', '/feed.xml', '/sitemap.xml'])
    expect([path, unescapedIn(await stranger.get(path))]).toEqual([path, false])
  const [entry] = childrenOf(readXml(await stranger.get('/feed.xml')), 'entry')
  expect(entry && textsOf(entry, 'title')).toEqual([plain(title)])
  const { entries } = readCalendar(await stranger.get('/calendar.ics'))
  expect(entries.map((one) => one.title)).toEqual([plain(title)])
  for (const mail of await community.mails(ben)) {
    expect(mail.subject).toContain(plain(title))
    expect(mail.subject).not.toMatch(/[\r\n\u202E]/)
    expect(unescapedIn(mail.body)).toBe(false)
    expect(readCalendar(mail.calendar).entries).toHaveLength(1)
  }
})

const unescapedIn = (html: string) => dangerous.test(html)

test.each([
  ['a script', '<script>alert(1)</script>Words'],
  ['a handler', '<img src="x" onerror="alert(1)">Words'],
  ['a script in a link', '[click](javascript:alert(1)) <a href="javascript:alert(1)">x</a> Words'],
  ['a style and a frame', '<style>*{display:none}</style><iframe src="https://evil.example"></iframe>Words'],
  ['a form', '<form action="https://evil.example"><input name="password"></form>Words'],
])('a description with %s loses what is dangerous and keeps its words', async (_, description) => {
  await community.event({ description })
  const shown = await community.stranger().get('/events/spring-call')
  const written = shown.slice(shown.indexOf('</section>'), shown.indexOf('</main>'))

  expect(written).toContain('Words')
  expect(written).not.toMatch(/<script|onerror=|href="javascript|<style|<iframe|<form|<input/i)
})

test('two events of one title have addresses of their own; a title without a letter has one too', async () => {
  await community.event()
  expect((await community.event()).slug).toBe('spring-call-2')
  const { slug } = await community.event({ title: '🌽 🎉' })
  expect(slug).toMatch(/^[a-z0-9-]+$/)
  expect(await community.stranger().get(`/events/${slug}`)).toContain('🌽 🎉')
  const { slug: arabic } = await community.event({ title: 'لقاء الربيع' })
  expect((await community.stranger().request('GET', `/events/${arabic}`)).status).toBe(200)
})

test('an event whose title is a word of our addresses is found all the same', async () => {
  for (const title of ['New', 'Edit', 'Feed.xml']) {
    const { slug } = await community.event({ title })
    expect(await community.stranger().get(`/events/${slug}`)).toContain(`<h1>${title}</h1>`)
  }
  expect(await community.as(await community.person('Ada')).get('/events/new')).toContain('New event')
})
