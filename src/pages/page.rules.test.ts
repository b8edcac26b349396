import { expect, test } from 'vitest'
import { markdown } from '#platform/text'
import { filled } from './page.rules.ts'

const shown = (body: string, networkName = 'Prairie Network', contactEmail = 'hello@example.org') =>
  markdown(filled(body, { networkName, contactEmail })).trim()

test('the name and the address are filled in', () => {
  expect(shown('{{networkName}} reads {{ contactEmail }}.')).toBe(
    '<p>Prairie Network reads <a href="mailto:hello@example.org">hello@example.org</a>.</p>',
  )
  expect(shown('**{{contactEmail}}**')).toBe('<p><strong><a href="mailto:hello@example.org">hello@example.org</a></strong></p>')
})

test('an address that is a link already stays one link', () => {
  expect(shown('[Write to us](mailto:{{contactEmail}})')).toBe('<p><a href="mailto:hello@example.org">Write to us</a></p>')
  expect(shown('[{{contactEmail}}](mailto:{{contactEmail}})')).toBe('<p><a href="mailto:hello@example.org">hello@example.org</a></p>')
})

test('signs in a name are words, never marks or tags', () => {
  expect(shown('{{networkName}}', '*Us* & <b>them</b> [x](y) `z` $& \\')).toBe(
    '<p>*Us* &amp; &lt;b&gt;them&lt;/b&gt; [x](y) `z` $&amp; \\</p>',
  )
  expect(shown('{{contactEmail}}', 'N', 'a_b+c*d@example.org')).toContain('>a_b+c*d@example.org</a>')
})

test('other braces stay as they are', () =>
  expect(shown('{{somethingElse}} {{constructor}}')).toBe('<p>{{somethingElse}} {{constructor}}</p>'))
