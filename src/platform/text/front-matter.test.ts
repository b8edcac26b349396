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

test('the starter content stands in both languages, with the same keys', () => {
  for (const folder of ['tips', 'webinars', 'pages'])
    for (const { slug, texts } of readStarter(folder)) {
      expect(Object.keys(texts.es?.keys ?? {}), slug).toEqual(Object.keys(texts.en.keys))
      expect(texts.en.keys['title'], slug).toBeTruthy()
    }
})

test('an address that is taken gets a number', () => {
  expect(freeSlug('After the launch!', [])).toBe('after-the-launch')
  expect(freeSlug('After the launch!', ['after-the-launch', 'after-the-launch-2', 'after-the-launch-party'])).toBe('after-the-launch-3')
})
