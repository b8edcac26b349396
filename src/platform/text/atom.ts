export type AtomEntry = {
  /** For ever the same, whatever happens to the address: `urn:uuid:…` (RFC 4287, 4.2.6). */
  id: string
  title: string
  href: string
  publishedAt: Temporal.Instant
  updatedAt: Temporal.Instant
  summary?: string | undefined
  /** Safe HTML; links that begin with a slash are made absolute. */
  html?: string | undefined
  author?: string | undefined
  language?: string | undefined
  /** A file that comes with it (4.2.7.2), which podcast readers fetch. */
  enclosure?: { href: string; type: string; bytes: number } | undefined
}

export type AtomFeed = {
  title: string
  subtitle?: string | undefined
  /** Origin without a slash at its end. */
  origin: string
  /** Path of the feed itself, and of the page that lists the same. */
  self: string
  page: string
  language: string
  /** Who signs entries that name nobody (4.1.1). */
  author: string
  /** Said when there is no entry: an empty feed has a date too. */
  updatedAt: Temporal.Instant
  entries: AtomEntry[]
}

/** A feed in Atom (RFC 4287). What people wrote is escaped, and control characters that XML forbids are dropped. */
export function atomFeed(feed: AtomFeed): string {
  const { origin, entries } = feed
  const updatedAt = entries.reduce(
    (latest, entry) => (Temporal.Instant.compare(entry.updatedAt, latest) > 0 ? entry.updatedAt : latest),
    entries[0]?.updatedAt ?? feed.updatedAt,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.language)}">`,
    tag('id', origin + feed.self),
    tag('title', feed.title),
    feed.subtitle ? tag('subtitle', feed.subtitle) : '',
    `<link rel="self" type="application/atom+xml" href="${xmlText(origin + feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(origin + feed.page)}"/>`,
    tag('updated', moment(updatedAt)),
    `<author>${tag('name', feed.author)}</author>`,
    ...entries.map((entry) => entryOf(entry, origin)),
    '</feed>',
    '',
  ]
    .filter(Boolean)
    .join('\n')
}

function entryOf(entry: AtomEntry, origin: string): string {
  return [
    entry.language ? `<entry xml:lang="${xmlText(entry.language)}">` : '<entry>',
    tag('id', entry.id),
    tag('title', entry.title),
    `<link rel="alternate" type="text/html" href="${xmlText(origin + entry.href)}"/>`,
    entry.enclosure ? enclosureOf(entry.enclosure, origin) : '',
    tag('published', moment(entry.publishedAt)),
    tag('updated', moment(entry.updatedAt)),
    entry.author ? `<author>${tag('name', entry.author)}</author>` : '',
    entry.summary ? tag('summary', entry.summary) : '',
    entry.html ? `<content type="html">${xmlText(absolute(entry.html, origin))}</content>` : '',
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

const enclosureOf = ({ href, type, bytes }: NonNullable<AtomEntry['enclosure']>, origin: string) =>
  `<link rel="enclosure" type="${xmlText(type)}" length="${bytes}" href="${xmlText(origin + href)}"/>`

const tag = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>`

/** RFC 3339, to the second. */
const moment = (at: Temporal.Instant) => at.round('second').toString()

const absolute = (html: string, origin: string) => html.replace(/ (href|src)="\/(?!\/)/g, ` $1="${origin}/`)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text between tags or in an attribute of XML 1.0. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- XML 1.0, section 2.2, knows no such characters.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
