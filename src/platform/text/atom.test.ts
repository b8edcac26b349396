import { expect, test } from 'vitest'
import { childrenOf, readXml, textsOf } from '#test'
import { atomFeed, type AtomFeed } from './atom.ts'

const early = Temporal.Instant.from('2026-01-02T03:04:05.678Z')
const late = Temporal.Instant.from('2026-03-01T00:00:00Z')
const empty: AtomFeed = {
  title: 'News',
  origin: 'https://community.example.org',
  self: '/feed.xml',
  page: '/',
  language: 'en',
  author: 'Prairie Network',
  updatedAt: early,
  entries: [],
}
const entry = { id: 'urn:uuid:0', title: 'A', href: '/tips/a', publishedAt: early, updatedAt: early }

test('a feed says what RFC 4287 asks of it, also when it is empty', () => {
  const feed = readXml(atomFeed(empty))

  expect(feed.name).toBe('feed')
  expect(feed.attributes['xmlns']).toBe('http://www.w3.org/2005/Atom')
  expect([textsOf(feed, 'id'), textsOf(feed, 'title'), textsOf(feed, 'updated')]).toEqual([
    ['https://community.example.org/feed.xml'],
    ['News'],
    ['2026-01-02T03:04:06Z'],
  ])
  expect(childrenOf(feed, 'link').map((link) => [link.attributes['rel'], link.attributes['href']])).toEqual([
    ['self', 'https://community.example.org/feed.xml'],
    ['alternate', 'https://community.example.org/'],
  ])
})

test('the newest change of an entry dates the feed', () => {
  const feed = readXml(atomFeed({ ...empty, entries: [entry, { ...entry, updatedAt: late }] }))

  expect(textsOf(feed, 'updated')).toEqual(['2026-03-01T00:00:00Z'])
  expect(childrenOf(feed, 'entry')).toHaveLength(2)
})

test('whatever people write, the feed stays well-formed and says just that', () => {
  const nasty = `<b>"R&D"</b> ]]> <!-- \u0000\u0008 \uD800 é 🙂 'x'`
  const feed = readXml(
    atomFeed({
      ...empty,
      title: nasty,
      author: nasty,
      entries: [{ ...entry, title: nasty, summary: nasty, author: nasty, html: nasty, href: '/tips/"><x>' }],
    }),
  )

  const [read] = childrenOf(feed, 'entry')
  expect(read && textsOf(read, 'title')).toEqual([`<b>"R&D"</b> ]]> <!--  \uFFFD é 🙂 'x'`])
  expect(read && childrenOf(read, 'link')[0]?.attributes['href']).toBe('https://community.example.org/tips/"><x>')
})

test('links inside the text lead back here from any reader', () => {
  const feed = atomFeed({
    ...empty,
    entries: [{ ...entry, html: '<a href="/office-hours">x</a> <img src="/files/a.png"> <a href="https://example.org/">y</a>' }],
  })
  const [content] = childrenOf(childrenOf(readXml(feed), 'entry')[0] ?? readXml(feed), 'content')

  expect(content?.attributes['type']).toBe('html')
  expect(content?.text).toBe(
    '<a href="https://community.example.org/office-hours">x</a> <img src="https://community.example.org/files/a.png"> <a href="https://example.org/">y</a>',
  )
})
