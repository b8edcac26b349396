import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { certificatePdf } from './certificate.pdf.ts'
import { printable } from './certificate.rules.ts'

const latin = (point: number) => point < 0x250

test.each([
  ['Žofie Łąk', 'Zofie Lak'],
  ['Đorđe Şahin', 'Dorde Sahin'],
  ['Íñigo Ñandú', 'Íñigo Ñandú'],
  ['Ada Ж', ''],
])('a font of Western letters alone prints %j as %j, as a passport would', (name, printed) =>
  expect(printable(name, (point) => point < 0x100)).toBe(printed),
)

test.each([
  ['Ben Ortiz', 'Ben Ortiz'],
  ['  Žofie\r\nNuñez-Łąk ', 'Žofie Nuñez-Łąk'],
  ['Ada 🎉', 'Ada'],
  ['e\u0301va', 'éva'],
  ['ليلى حداد', ''],
  ['ليلى B', ''],
  ['\u202E\u0000', ''],
  ['🎉', ''],
  ['', ''],
  ['x'.repeat(1_000_000), `${'x'.repeat(79)}…`],
])('of the name %j the font prints %j', (name, printed) => expect(printable(name, latin)).toBe(printed))

const words = {
  language: 'es',
  community: 'Cañón Peers',
  title: 'Certificado de asistencia',
  nameless: 'Quien tiene este código',
  lines: ['Spring call', '18 de marzo de 2026', '1,5 horas'],
  foot: ['K7QF', 'https://example.org/certificates/K7QF'],
}

test('whatever a name holds, a certificate is one page that says its language and title', async () => {
  const font = await readFile('public/fonts/newsreader-share.ttf')
  for (const name of ['Ben Ortiz', 'Žofie Nuñez-Łąk', 'Ada 🎉', 'ليلى حداد', 'W'.repeat(1_000_000), '<b>=1+1</b>\r\n']) {
    const pdf = await certificatePdf({ ...words, name }, font, Temporal.Instant.from('2026-03-18T18:00:00Z'))
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
    for (const entry of ['/Lang (es)', '/Marked true', '/DisplayDocTitle true', '/S /H1']) expect(text).toContain(entry)
    expect(pdf.length).toBeLessThan(200_000)
  }
})
