/**
 * Draws the pages of a PDF: `node scripts/render-slides.mjs <file> <folder> <most pages>`. Started by the program as a process of its own,
 * without network, other processes or files but these two: whatever a PDF holds, it can only fail here. Nothing in it is executed.
 * Writes `1.png`, `2.png`, … and says of each page, one JSON a line, how large it is and what words stand on it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as mupdf from 'mupdf'

const [file, folder, most] = process.argv.slice(2)
const longestSide = 1280
const longestText = 4000

const document = mupdf.Document.openDocument(readFileSync(file), 'application/pdf')
if (document.needsPassword()) throw new Error('It asks for a password.')
const count = Math.min(document.countPages(), Number(most))
for (let at = 0; at < count; at++) {
  const page = document.loadPage(at)
  const [left, top, right, bottom] = page.getBounds()
  const scale = longestSide / Math.max(right - left, bottom - top, 1)
  const picture = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true)
  writeFileSync(join(folder, `${at + 1}.png`), picture.asPNG())
  const words = page.toStructuredText('preserve-whitespace').asText().replaceAll(/\s+/g, ' ').trim().slice(0, longestText)
  process.stdout.write(`${JSON.stringify({ page: at + 1, width: picture.getWidth(), height: picture.getHeight(), words })}\n`)
  picture.destroy()
  page.destroy()
}
