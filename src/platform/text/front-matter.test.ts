import { expect, test } from 'vitest'
import { readFrontMatter } from './front-matter.ts'
import { freeSlug } from './lines.ts'
import { readStarter } from './starter.ts'

test('a value may hold colons, and may be empty', () => {
  expect(readFrontMatter('---\ntitle: Play: well\nrecording:\n---\n\n## Text\n\n---\n\nmore\n')).toEqual({
    keys: { title: 'Play: well', recording: '' },
    body: '## Text\n\n---\n\nmore',
  })
})

test('lines may end as on Windows; a file without front matter is all text', () => {
  expect(readFrontMatter('\uFEFF---\r\ntitle: A\r\n---\r\nText')).toEqual({ keys: { title: 'A' }, body: 'Text' })
  expect(readFrontMatter('Text --- only')).toEqual({ keys: {}, body: 'Text --- only' })
  expect(readFrontMatter('---\n---\nText')).toEqual({ keys: {}, body: 'Text' })
})

test.each(['tips', 'webinars', 'pages'])('each of the starter %s stands in both languages and has a title', (folder) => {
  const pages = readStarter(folder)

  expect(pages.length).toBeGreaterThan(3)
  for (const { texts } of pages) {
    expect(texts.map((text) => text.language)).toEqual(['en', 'es'])
    expect(texts.every((text) => text.key('title') && text.key('summary') && text.body)).toBe(true)
  }
})

test('an address that is taken gets a number', () => {
  expect(freeSlug('After the launch!', [])).toBe('after-the-launch')
  expect(freeSlug('After the launch!', ['after-the-launch', 'after-the-launch-2', 'after-the-launch-party'])).toBe('after-the-launch-3')
})
