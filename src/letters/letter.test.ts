import { expect, test } from 'vitest'
import { fillGeneral, fillHtml, fillText } from './fill.rules.ts'
import type { Frame } from './frame.rules.ts'
import { hasOnlyKnownFields } from './merge-field.rules.ts'
import { letterMjml } from './letter-mjml.rules.ts'
import { letterText } from './letter-text.rules.ts'
import { pieceOfWriting } from './letter-words.rules.ts'
import type { Letter, Piece } from './letter.rules.ts'
import { newBlock, type Block } from './block.rules.ts'
import { compileMjml } from './mjml.ts'

const frame: Frame = {
  network: { name: 'Prairie Network', accent: '#1f4a73', postalAddress: '1 Main Street\nLincoln, NE 68508' },
  baseUrl: 'https://community.example.org',
  language: 'en',
  list: 'Monthly update',
  links: {
    web: 'https://community.example.org/updates/spring',
    leave: 'https://community.example.org/unsubscribe/{{leaveToken}}',
    preferences: 'https://community.example.org/preferences/{{preferencesToken}}',
  },
}

type Written = Extract<Block, { type: 'words' | 'picture' | 'button' }>
const piece = (type: Written['type'], more: object) => pieceOfWriting(newBlock(type, more) as Written, 'en')
const words = (text: string) => piece('words', { text: { en: text } })

const letterOf = (...pieces: (Piece | null)[]): Letter => ({
  subject: 'Spring update',
  preheader: 'What grew over winter',
  language: 'en',
  pieces: pieces.filter((one) => one !== null),
})

const pages = async (letter: Letter) => (await compileMjml([letterMjml(letter, frame)]))[0] ?? ''

const events: Piece = {
  block: 'b1',
  type: 'events',
  events: [
    {
      path: '/events/spring-call',
      title: 'Spring call',
      summary: 'Bring a question.',
      language: 'en',
      startsAt: '2026-03-18T17:00:00Z',
      endsAt: '2026-03-18T18:00:00Z',
      timeZone: 'America/Chicago',
    },
  ],
}
const tips: Piece = {
  block: 'b2',
  type: 'tips',
  tips: [{ path: '/tips/convener', title: 'Choose a convener', summary: '', language: 'en' }],
}
const photo = { picture: { path: `/files/${'a'.repeat(40)}.jpg`, width: 1200, height: 600 }, alt: { en: 'A full hall' }, href: '' }

test('the text part reads as if it had been written first', () => {
  const text = letterText(
    letterOf(
      words('Hello {{firstName}},\n\nThe **snow** is gone. Read [the tip](/tips/convener).\n\n- one\n- two'),
      events,
      tips,
      piece('picture', photo),
      piece('button', { label: { en: 'See all' }, href: '/events' }),
    ),
    frame,
  )
  expect(text).toBe(`Spring update
=============


Hello {{firstName|colleague}},

The snow is gone. Read the tip (https://community.example.org/tips/convener).

- one
- two


Coming up
---------

Wednesday, March 18, 2026, 12:00 – 1:00 PM Central Time
(1:00 PM Eastern · 11:00 AM Mountain · 10:00 AM Pacific)
Spring call
Bring a question.
https://community.example.org/events/spring-call


Tips to try
-----------

Choose a convener
https://community.example.org/tips/convener


[A full hall]


See all:
https://community.example.org/events


-- 
Prairie Network
You get this because you joined the list Monthly update.
Read this on the web: https://community.example.org/updates/spring
Choose what you get: https://community.example.org/preferences/{{preferencesToken}}
Leave the list: https://community.example.org/unsubscribe/{{leaveToken}}
1 Main Street
Lincoln, NE 68508
`)
})

test('the mail is one column, safe by night, asks nobody else for anything, and stays under what Gmail cuts', async () => {
  const html = await pages(
    letterOf(
      words('## Title\n\nText.'),
      events,
      tips,
      piece('picture', photo),
      piece('button', { label: { en: 'See all' }, href: '/events' }),
    ),
  )
  expect(html).toContain('max-width:600px')
  expect(html).toContain('<meta name="color-scheme" content="light dark">')
  expect(html).toContain('prefers-color-scheme:dark')
  expect(html).toContain('alt="A full hall"')
  expect(html).toContain('1 Main Street<br>Lincoln, NE 68508')
  const asked = [...html.matchAll(/(?:src|href|url)=?[("']*(https?:\/\/[^"')]+)/g)].map(([, address]) => address)
  expect(asked.filter((address) => !address?.startsWith('https://community.example.org/'))).toEqual([])
  expect(Buffer.byteLength(html)).toBeLessThan(60_000)
})

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' style='position:fixed",
  '</mj-text><mj-raw><script>alert(1)</script></mj-raw><mj-text>',
  '<mj-include path="/etc/passwd" />',
  '{{leaveToken}} {{constructor}}',
  '<!--[if mso]><script>alert(1)</script><![endif]-->',
]

const hostileLetter = (text: string): Letter => {
  const entry = { path: '/tips/x', title: text, summary: text, language: 'en' as const }
  const pieces = [
    words(`Before ${text} after`),
    words(`[${text}](https://example.org/${encodeURIComponent(text)})`),
    { ...events, events: events.events.map((event) => ({ ...event, title: text, summary: text })) },
    { block: 'b3', type: 'tips' as const, tips: [entry] },
    { block: 'b4', type: 'recording' as const, recording: { ...entry, speakers: text, minutes: 60 } },
    piece('picture', { ...photo, alt: { en: text } }),
    piece('button', { label: { en: text }, href: `https://example.org/?q=${text}` }),
  ]
  return { ...letterOf(...pieces), subject: text, preheader: text }
}

test('whatever a block holds, it is words', async () => {
  for (const html of await compileMjml(hostile.map((text) => letterMjml(hostileLetter(text), frame)))) {
    // Within attributes all is words; what is left of each tag is its name and the names of its attributes.
    const tags = html.replaceAll(/"[^"]*"/g, '""').match(/<[a-z!][^>]*>/gi) ?? []
    expect(tags.length).toBeGreaterThan(50)
    expect(tags.filter((tag) => /^<(script|svg|iframe|object|embed|form|mj)|\son\w+=|src=[^"]/i.test(tag))).toEqual([])
  }
})

test('no field but ours is filled in, each with words for when it is not known, and none in an address', () => {
  const read = words('{{firstName}} {{leaveToken}} [x](/a?b={{firstName}}) ![{{firstName}}](/files/x.png)')
  const html = read?.type === 'words' ? read.html : ''
  expect(html).toContain('<p>{{firstName|colleague}} {\u2060{leaveToken}}')
  expect(html.match(/\{\{/g)).toHaveLength(1)
})

test('words that are missing in a language are given in another, and say so', async () => {
  const spanish = { ...frame, language: 'es' as const }
  const letter = letterOf(words('In English only.'))
  const [html = ''] = await compileMjml([letterMjml(letter, spanish)])
  expect(html).toContain('<div lang="en"><p')
  expect(html).toContain('<html lang="es"')
})

test('a field brings the words that its writer left for when it is not known, in a table too', () => {
  const read = words('| Who |\n| --- |\n| {{organisation|your team}} in {{state}}, {{list}} |')
  const html = read?.type === 'words' ? read.html : ''
  expect(html).toContain('<td>{{organisation|your team}} in {{state|your state}}, {{list|our list}}</td>')
  expect(fillGeneral(html, 'en')).toContain('your team in your state, our list')
  expect(fillHtml(html, { organisation: '<Iowa & Co>', state: 'Iowa' })).toContain('&lt;Iowa &amp; Co&gt; in Iowa')
})

test.each([
  ['{{firstName}} and {{state|where you are}}', true],
  ['no fields { } at all', true],
  ['{{organization}}', false],
  ['{{firstName|}}', false],
  ['{{firstName|<b>you</b>}}', false],
  ['{{firstName|a {{state}}}}', false],
  ['{{leaveToken}}', false],
])('whether all that stands in braces is ours: %s', (text, isOurs) => {
  expect(hasOnlyKnownFields(text)).toBe(isOurs)
})

test('what the writer says to readers for whom there is nothing is words, whatever it holds', async () => {
  const otherwise = 'Nothing | yet }} {{leaveToken}} <b>now</b>'
  const letter = letterOf({ block: 'b1', type: 'personal', about: 'my-events', language: 'en', otherwise })
  const mail = fillHtml(await pages(letter), { leaveToken: 'secret' })
  expect(mail).toContain('Nothing &#124; yet &#125;&#125; &#123;&#123;leaveToken&#125;&#125; &lt;b&gt;now&lt;/b&gt;')
  expect(fillText(letterText(letter, frame), { leaveToken: 'secret' })).toContain('Nothing   yet      leaveToken   <b>now</b>')
})

test('of a block without anything for a reader nothing is left', async () => {
  const letter = letterOf(
    words('Before.'),
    { block: 'b1', type: 'personal', about: 'next-tip', language: 'en', otherwise: '' },
    words('After.'),
  )
  expect(fillText(letterText(letter, frame), {})).toContain('Before.\n\n\nAfter.')
  expect(fillHtml(await pages(letter), {})).not.toContain('nextTip')
})
