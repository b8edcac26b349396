/**
 * Makes each drawn page in a folder anew as WebP, a third as large: `node scripts/compress-slides.mjs <folder>`. A process of its own, as
 * drawing is: what the picture library holds on to is given back when it ends.
 */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const folder = process.argv[2]
sharp.concurrency(1)
for (const name of readdirSync(folder).filter((one) => one.endsWith('.png'))) {
  const picture = await sharp(readFileSync(join(folder, name)))
    .webp({ quality: 82 })
    .toBuffer()
  writeFileSync(join(folder, name.replace('.png', '.webp')), picture)
  rmSync(join(folder, name))
}
