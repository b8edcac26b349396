import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decoded, decodedText, encodingOf } from '#platform/text'
import { guessColumns } from './columns.rules.ts'
import { csvRows, delimiterOf, longestCell, mostColumns, readCsv, type CsvRow } from './csv.rules.ts'
import { readRow } from './row.rules.ts'
import { readVcards, vcardHeads } from './vcard.rules.ts'

// oxlint-disable-next-line require-await -- It stands for a stream.
async function* pieces<T>(...all: T[]): AsyncGenerator<T> {
  yield* all
}

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const read: T[] = []
  for await (const item of items) read.push(item)
  return read
}

const cellsOf = (rows: CsvRow[]) => rows.map(({ cells }) => cells)
const isSaid = (row: string[]) => row.some((cell) => cell.trim() !== '')

/** Cells as people and hostile programs write them: quotes, line breaks of every kind, separators, letters of the world. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a', ' ', '=', '\0'), maxLength: 12 }),
)
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 }).map((rows) => rows.filter(isSaid))

test('whatever a table holds, it is read as it was written, by any separator and however the pieces fall', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 7 }),
      async (rows, delimiter, ending, size) => {
        const text = stringify(rows, { delimiter, record_delimiter: ending, quoted_match: /[\r\n"]/ })
        const cut = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? []
        expect(cellsOf(await all(readCsv(pieces(...cut), delimiter)))).toEqual(rows)
      },
    ),
    { numRuns: 300 },
  )
})

test('any text at all is read to its end, the same whole and in pieces, with lines that only rise', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' '), maxLength: 60 }),
      fc.integer({ min: 0, max: 60 }),
      async (text, at) => {
        const whole = csvRows(text, ',')
        expect(await all(readCsv(pieces(text.slice(0, at), text.slice(at)), ','))).toEqual(whole)
        const lines = whole.map(({ line }) => line)
        expect(lines).toEqual(lines.toSorted((one, other) => one - other))
        expect(lines.every((line) => line >= 1 && line <= text.split(/\r\n?|\n/).length)).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

test('a row is told by the line it begins on, whatever breaks stand in the cells before it', () => {
  const rows = csvRows('a,b\r\n"one\ntwo\r\nthree",x\r\r\nlast,y\n', ',')
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 6])
})

test('a cell of a megabyte, ten million columns and a mark that never closes are told, and what follows is read where it can be', () => {
  const long = csvRows(`a,b\n${'x'.repeat(1_000_000)},1\nc,d\n`, ',')
  expect(long.map(({ fault }) => fault)).toEqual([null, 'cell-too-long', null])
  expect(long[1]?.cells[0]?.length).toBe(longestCell)

  const wide = csvRows(`${','.repeat(10_000_000)}\nc,d\n`, ',')
  expect(wide.map(({ fault, cells }) => [fault, cells.length])).toEqual([
    ['too-many-columns', mostColumns],
    [null, 2],
  ])

  const open = csvRows(`a,b\nc,"d\n${'e,f\n'.repeat(1000)}`, ',')
  expect(open.map(({ line, fault }) => [line, fault])).toEqual([
    [1, null],
    [2, 'quote-not-closed'],
  ])
})

test('a separator is found by what most lines do', () => {
  expect(delimiterOf('a;b\n"x, y";2\n')).toBe(';')
  expect(delimiterOf('a\tb\tc\n1\t2\t3\n')).toBe('\t')
  expect(delimiterOf('email\nada@example.org\n')).toBe(',')
  expect(delimiterOf('name,email\n"Fields; Dana",dana@example.org\n')).toBe(',')
})

test.each([
  ['UTF-8', Buffer.from('Zoë Ñandú'), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from('\uFEFFZoë Ñandú'), 'utf-8'],
  ['UTF-16 LE with its mark', Buffer.from('\uFEFFZoë Ñandú', 'utf16le'), 'utf-16le'],
  ['UTF-16 LE', Buffer.from('Zoë Ñandú', 'utf16le'), 'utf-16le'],
  ['UTF-16 BE with its mark', Buffer.from('\uFEFFZoë Ñandú', 'utf16le').swap16(), 'utf-16be'],
  ['UTF-16 BE', Buffer.from('Zoë Ñandú', 'utf16le').swap16(), 'utf-16be'],
  ['Windows-1252', Buffer.from('Zoë Ñandú', 'latin1'), 'windows-1252'],
])('%s is told and read', async (_name, bytes, encoding) => {
  expect(await encodingOf(pieces(bytes))).toBe(encoding)
  expect(decodedText(bytes)).toBe('Zoë Ñandú')
  expect((await all(decoded(pieces(bytes), encoding as 'utf-8'))).join('')).toBe('Zoë Ñandú')
  const halves = [bytes.subarray(0, 5), bytes.subarray(5)]
  expect((await all(decoded(pieces(...halves), encoding as 'utf-8'))).join('')).toBe('Zoë Ñandú')
})

test.each([
  [
    ['Email Address', 'First Name', 'Last Name', 'TAGS', 'OPTIN_TIME'],
    ['email', 'firstName', 'lastName', 'tags', 'joinedAt'],
  ],
  [
    ['Correo electrónico', 'Nombre', 'Apellidos', 'Cargo', 'Idioma', 'Etiquetas'],
    ['email', 'firstName', 'lastName', 'job', 'language', 'tags'],
  ],
  [
    ['E-Mail', 'Full name', 'Company', 'Job Title', 'State/Province'],
    ['email', 'name', 'organisation', 'job', 'state'],
  ],
])('the columns %j are understood', (heads, names) => {
  const guessed = guessColumns(heads, [])
  expect(Object.fromEntries(names.map((name, at) => [name, heads[at]]))).toEqual(guessed)
})

test('without a telling heading the address is found by what stands below', () => {
  expect(guessColumns(['#1', '#2'], [['Dana', 'dana@example.org']])).toEqual({ email: '#2' })
})

test('whatever a row holds, it is a person or a fault, and what is kept of it fits the database', () => {
  const places = { email: 0, firstName: 1, organisation: 2, state: 3, tags: 4, joinedAt: 5 }
  fc.assert(
    fc.property(fc.array(fc.oneof(cell, fc.emailAddress(), fc.string({ unit: 'binary' })), { maxLength: 7 }), (cells) => {
      const read = readRow(cells, places)
      if ('fault' in read) return
      const kept = JSON.stringify(read)
      expect(kept).not.toMatch(/\\u0000|\\ud[89a-f]/)
      expect(read.address).toMatch(/^[^\s@]+@[^\s@]+$/)
      expect(read.facts.tags.every((tag) => tag.length > 0 && tag.length <= 80)).toBe(true)
    }),
  )
})

test.each([
  ['2021-03-04 10:00:00', '2021-03-04T10:00:00Z'],
  ['2021-03-04', '2021-03-04T00:00:00Z'],
  ['3/4/2021 10:00', '2021-03-04T10:00:00Z'],
  ['2021-03-04T10:00:00+02:00', '2021-03-04T08:00:00Z'],
  ['2021-13-45', null],
  ['yes', null],
])('the moment %s is read as %s', (text, moment) => {
  const read = readRow(['dana@example.org', text], { email: 0, joinedAt: 1 })
  expect('facts' in read && read.facts.joinedAt).toBe(moment)
})

test('address cards of both kinds are read: folded lines, escapes, groups, several addresses', async () => {
  const cards =
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Fields;Dana;;;\r\nFN:Dana Fields\r\nORG:Iron Range\\, Inc.;Unit\r\nTITLE:Conve\r\n ner\r\nitem1.EMAIL;TYPE=HOME:old@example.org\r\nEMAIL;TYPE=WORK,PREF:dana@example.org\r\nADR;TYPE=WORK:;;1 Main St;Lincoln;NE;68501;USA\r\nCATEGORIES:board,2024\r\nPHOTO;ENCODING=b:AAAA\r\n AAAA\r\nEND:VCARD\r\n' +
    'begin:vcard\nversion:4.0\nfn:Zoë Ñandú\nemail:zoe@example.org\nlang:es\nend:vcard\nBEGIN:VCARD\nFN:Never closed\n'
  const [dana, zoe, open] = await all(readVcards(pieces(cards.slice(0, 90), cards.slice(90))))
  const said = (row: CsvRow | undefined) => Object.fromEntries(vcardHeads.map((head, at) => [head, row?.cells[at]]))

  expect(said(dana)).toMatchObject({
    'E-mail': 'dana@example.org',
    'First name': 'Dana',
    'Last name': 'Fields',
    Organization: 'Iron Range, Inc.',
    Role: 'Convener',
    State: 'NE',
    Tags: 'board,2024',
  })
  expect(said(zoe)).toMatchObject({ 'E-mail': 'zoe@example.org', 'Full name': 'Zoë Ñandú', Language: 'es' })
  expect(open).toMatchObject({ line: 21, fault: 'quote-not-closed' })
})

test.each([
  ['UTF-8', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91and=C3=BA;Zo=C3=AB;;;', 'Ñandú', 'Zoë'],
  ['an older charset', 'N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:=D1and=FA;Zo=EB', 'Ñandú', 'Zoë'],
  ['a charset nobody knows', 'N;CHARSET=X-KLINGON;ENCODING=QUOTED-PRINTABLE:=C3=91and=C3=BA;Zo=C3=AB', 'Ñandú', 'Zoë'],
  ['the encoding without its name', 'N;QUOTED-PRINTABLE;CHARSET=UTF-8:=c3=91and=c3=ba;Zo=c3=ab', 'Ñandú', 'Zoë'],
  ['a soft break within a letter', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91and=C3=\r\n=BA;Zo=C3= \r\n=AB', 'Ñandú', 'Zoë'],
  ['a soft break before a space', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:de =\r\n la Pe=C3=B1a;Zo=C3=AB', 'de  la Peña', 'Zoë'],
  ['codes that are none', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:a=ZZb=3;=E9', 'a=ZZb=3', '\uFFFD'],
  ['no encoding, so an = is an =', 'N:a=C3=B1;Zoë', 'a=C3=B1', 'Zoë'],
])('an older card in quoted-printable is read: %s', async (_, name, last, first) => {
  const card = `BEGIN:VCARD\r\nVERSION:2.1\r\n${name}\r\nEMAIL;INTERNET:zoe@example.org\r\nNOTE;QUOTED-PRINTABLE:cut off=\r\nEND:VCARD\r\n`
  for (const at of [40, 90, card.length]) {
    const [zoe, ...others] = await all(readVcards(pieces(card.slice(0, at), card.slice(at))))
    expect(others).toEqual([])
    const said = Object.fromEntries(vcardHeads.map((head, place) => [head, zoe?.cells[place]]))
    expect(said).toMatchObject({ 'E-mail': 'zoe@example.org', 'First name': first, 'Last name': last })
  }
})
