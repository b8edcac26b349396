import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCaptions, writeCaptions, type Cue } from './captions.rules.ts'

const cue = (startsAt: number, endsAt: number, words: string, speaker = ''): Cue => ({ startsAt, endsAt, words, speaker })

test.each([
  ['WebVTT', 'WEBVTT\n\n00:01.000 --> 00:02.500\nWelcome.', [cue(1000, 2500, 'Welcome.')]],
  ['SubRip', '1\r\n00:00:01,000 --> 00:00:02,500\r\nWelcome,\r\nall.\r\n', [cue(1000, 2500, 'Welcome, all.')]],
  ['hours and a mark at the beginning', '\uFEFFWEBVTT\n\n01:00:00.000 --> 01:00:01.000\nLate.', [cue(3_600_000, 3_601_000, 'Late.')]],
  [
    'a name, settings, notes, styles',
    'WEBVTT - Webinar\nKind: captions\n\nNOTE by\na person --\n\nSTYLE\n::cue { color: red }\n\nfirst\n00:01.000 --> 00:02.000 align:start position:0%\nHello.',
    [cue(1000, 2000, 'Hello.')],
  ],
  [
    'a voice',
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ruth Yazzie>We <b>began</b> small.</v>',
    [cue(1000, 2000, 'We began small.', 'Ruth Yazzie')],
  ],
  [
    'a speaker before a colon',
    'WEBVTT\n\n00:01.000 --> 00:02.000\nMarisol Vega: Good morning.',
    [cue(1000, 2000, 'Good morning.', 'Marisol Vega')],
  ],
  [
    'a colon that names nobody',
    'WEBVTT\n\n00:01.000 --> 00:02.000\nThree things matter: time, trust and a list.',
    [cue(1000, 2000, 'Three things matter: time, trust and a list.')],
  ],
  [
    'markup that would run',
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<script>alert(1)</script>&lt;b&gt; &#128075;',
    [cue(1000, 2000, 'alert(1) <b> 👋')],
  ],
  ['an end before its beginning', 'WEBVTT\n\n00:03.000 --> 00:02.000\nOdd.', [cue(3000, 3001, 'Odd.')]],
  [
    'times out of order',
    'WEBVTT\n\n00:05.000 --> 00:06.000\nTwo.\n\n00:01.000 --> 00:02.000\nOne.',
    [cue(1000, 2000, 'One.'), cue(5000, 6000, 'Two.')],
  ],
  [
    'one block without words among others',
    '1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nWords.',
    [cue(3000, 4000, 'Words.')],
  ],
])('captions with %s are read', (_name, text, cues) => expect(readCaptions(text)).toEqual(cues))

test.each([
  ['nothing', ''],
  ['a page', '<html><script>alert(1)</script></html>'],
  ['a head alone', 'WEBVTT\n'],
  ['times that are none', 'WEBVTT\n\n00:99.000 --> 01:61.000\nNo.'],
  ['zeros', '\0\0\0\0'],
])('%s is refused', (_name, text) => expect(readCaptions(text)).toEqual({ refused: 'no-captions' }))

test('more captions than an evening holds are refused', () => {
  const block = (_: unknown, at: number) => `00:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:00,000 --> 00:59:59,000\nWords.\n`
  expect(readCaptions(Array.from({ length: 20_001 }, block).join('\n'))).toEqual({ refused: 'too-many' })
})

const moment = fc.integer({ min: 0, max: 359_999_000 })
const line = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !text.includes('\0'))
const anyCue = fc.record({ startsAt: moment, length: fc.integer({ min: 1, max: 60_000 }), words: line })

test('what we write, we read back the same', () => {
  fc.assert(
    fc.property(fc.array(anyCue, { minLength: 1, maxLength: 20 }), (made) => {
      const cues = made
        .map(({ startsAt, length, words }) => cue(startsAt, startsAt + length, words, 'Ruth Yazzie'))
        .toSorted((one, other) => one.startsAt - other.startsAt)
      expect(readCaptions(writeCaptions(cues))).toEqual(cues.map((one) => ({ ...one, words: clean(one.words) })))
    }),
  )
})

// oxlint-disable-next-line no-control-regex -- As the reader does.
const clean = (words: string) => words.replaceAll(/[\u0000-\u001F\u007F\s]+/g, ' ').trim()

test('whatever comes, it ends, and every cue has words and a length', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('\n\n', '-->', '00:01.000', '00:02.000 ', '<v ', '>', '{\\an8}', '&#0;', 'WEBVTT', '\r'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const read = readCaptions(pieces.join(''))
      if ('refused' in read) return
      for (const { startsAt, endsAt, words } of read) {
        expect(endsAt).toBeGreaterThan(startsAt)
        expect(words).not.toBe('')
      }
    }),
  )
})
