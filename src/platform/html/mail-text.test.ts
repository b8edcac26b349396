import { expect, test } from 'vitest'
import { textOf } from './mail-text.ts'

test.each([
  ['a title is underlined', '<h1>You are going</h1><p>See you.</p>', 'You are going\n=============\n\nSee you.'],
  ['a smaller title too', '<h2>Next</h2>', 'Next\n----'],
  [
    'a link in a sentence keeps its sentence',
    '<p>Read <a href="https://a.example/x?a=1&amp;b=2">the list</a> first.</p>',
    'Read the list (https://a.example/x?a=1&b=2) first.',
  ],
  ['a link alone follows a colon', '<p><a href="https://a.example/">Leave</a></p>', 'Leave: https://a.example/'],
  [
    'a long one has a line of its own',
    `<p><a href="https://a.example/${'x'.repeat(60)}">I am coming</a></p>`,
    `I am coming:\nhttps://a.example/${'x'.repeat(60)}`,
  ],
  ['an address that is its own words is said once', '<p><a href="https://a.example">https://a.example</a></p>', 'https://a.example'],
  ['so is a mail address', '<p>Write to <a href="mailto:ada@a.example">ada@a.example</a>.</p>', 'Write to ada@a.example.'],
  ['lists', '<ul><li>one</li><li><p>two</p><ol><li>a</li><li>b</li></ol></li></ul>', '- one\n- two\n  1. a\n  2. b'],
  [
    'facts',
    '<table><tbody><tr><td>When</td><td>2:00 PM</td></tr><tr><td>Where</td><td>Online</td></tr></tbody></table>',
    'When: 2:00 PM\nWhere: Online',
  ],
  [
    'a button in its table',
    '<table><tr><td><a class="button" href="https://a.example/r">Yes</a></td></tr></table>',
    'Yes: https://a.example/r',
  ],
  ['lines and rules', '<p>one<br/>two</p><hr/><p>three</p>', 'one\ntwo\n\n* * *\n\nthree'],
  ['a quotation', '<blockquote><p>one</p><p>two</p></blockquote>', '> one\n>\n> two'],
  ['a picture is what it shows', '<p><img src="x.png" alt="Ten people at a table"/></p>', 'Ten people at a table'],
  ['folded source', '<div>\n  <p>one\n  two <b>three</b></p>\n</div>', 'one two three'],
  ['written signs', '<p>&lt;b&gt; &amp;amp; &#39;x&#x27; &nbsp;a < b &bogus; &#99999999;</p>', "<b> &amp; 'x' \u00a0a < b &bogus; \ufffd"],
  ['words outside of any block', 'Hello <b>Ben</b><p>Next</p>bye', 'Hello Ben\n\nNext\n\nbye'],
  ['nothing', '', ''],
])('%s', (_, html, text) => expect(textOf(html)).toBe(text))

test('long text is read in good time', () => {
  const begun = performance.now()
  expect(textOf('<p>word <b>bold</b></p>'.repeat(20_000)).length).toBeGreaterThan(200_000)
  expect(textOf(`<${'a '.repeat(50_000)}`)).not.toBe('')
  expect(performance.now() - begun).toBeLessThan(2000)
})
