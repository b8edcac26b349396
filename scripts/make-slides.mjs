/**
 * Makes the slides of the starter webinars anew, from their notes: a title, and a page for each thing to take home. Run it by hand after
 * those have changed: `node scripts/make-slides.mjs`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fromRoot, say } from './tools.mjs'

const width = 960
const height = 540

const textAt = (line, { size, x, y }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(line)}) Tj ET`

/** WinAnsi has typographic quotation marks where Latin-1 has none. */
const winAnsi = { '‘': '\\221', '’': '\\222', '“': '\\223', '”': '\\224', '–': '\\226', '—': '\\227', '…': '\\205' }

const escaped = (line) => line.replaceAll(/[\\()]/g, String.raw`\$&`).replaceAll(/[‘’“”–—…]/g, (mark) => winAnsi[mark])

for (const name of readdirSync(fromRoot('content/webinars')).filter((one) => /^[a-z-]+\.md$/.test(one))) {
  const text = readFileSync(fromRoot(`content/webinars/${name}`), 'utf8')
  const title = /^title: (.+)$/m.exec(text)?.[1] ?? ''
  const speakers = /^speakers: (.+)$/m.exec(text)?.[1] ?? ''
  const takeaways = [...text.matchAll(/^\d\. \*\*(.+?)\*\* ?(.*)$/gm)].map(([, head, rest]) => ({ head, rest }))
  const pages = [{ head: title, rest: speakers }, ...takeaways]
  writeFileSync(fromRoot(`content/recordings/${name.slice(0, -3)}.pdf`), pdfOf(pages))
  say(`${name}: ${pages.length} pages`)
}

/** The least that is a PDF (ISO 32000): pages of text in one of the fonts that every reader has. */
function pdfOf(pages) {
  const firstPage = 4
  const kids = pages.map((_, at) => `${firstPage + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en) >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, at) => {
      const content = contentOf(page, at + 1, pages.length)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + at * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  let file = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + end, 'latin1')
}

function contentOf({ head, rest }, number, of) {
  const lines = [
    '0.988 0.984 0.973 rg 0 0 960 540 re f 0.122 0.110 0.098 rg',
    ...linesOf(head, 34).map((line, at) => textAt(line, { size: 44, x: 72, y: 400 - at * 54 })),
    ...linesOf(rest, 66).map((line, at) => textAt(line, { size: 24, x: 72, y: 400 - linesOf(head, 34).length * 54 - 16 - at * 34 })),
    textAt(`${number} of ${of}`, { size: 16, x: 72, y: 44 }),
  ]
  return lines.join('\n')
}

function linesOf(text, longest) {
  const lines = ['']
  for (const word of text.split(' '))
    if (`${lines.at(-1)} ${word}`.length > longest) lines.push(word)
    else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim()
  return lines
}
