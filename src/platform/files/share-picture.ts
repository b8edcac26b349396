import { join } from 'node:path'
import { root } from '#root'
import { xmlText } from '#platform/text'

/** What messengers and other sites show of a page: its title in the community's type, over its name and a rule in its colour. */
export type SharePicture = { title: string; name: string; accent: string }

const shareSize = { width: 1200, height: 630 }
const margin = 80
const paper = '#fcfbf8'
const ink = '#1f1c19'
const quiet = '#5d5750'
/** The serif of our pages as the picture library reads it; browsers get it smaller, from the file beside it. */
const fontfile = join(root, 'public', 'fonts', 'newsreader-share.ttf')

const most = 100
const made = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** The picture as PNG. Of the same words and colour it is made once by each process. */
export function sharePicture(picture: SharePicture): Promise<Uint8Array<ArrayBuffer>> {
  const key = JSON.stringify(picture)
  const known = made.get(key) ?? paint(picture)
  if (made.size >= most) made.clear()
  made.set(key, known)
  known.catch(() => made.delete(key))
  return known
}

async function paint({ title, name, accent }: SharePicture): Promise<Uint8Array<ArrayBuffer>> {
  const { default: sharp } = await import('sharp')
  const line = (words: string, colour: string, height: number) =>
    sharp({
      text: {
        text: `<span foreground="${colour}">${xmlText(words)}</span>`,
        font: 'Newsreader 16pt Medium',
        fontfile,
        width: shareSize.width - 2 * margin,
        height,
        rgba: true,
      },
    })
      .png()
      .toBuffer()
  const rule = { create: { width: 120, height: 8, channels: 3 as const, background: accent } }
  const bytes = await sharp({ create: { ...shareSize, channels: 3, background: paper } })
    .composite([
      { input: await line(title, ink, 300), left: margin, top: margin },
      { input: rule, left: margin, top: 450 },
      { input: await line(name, quiet, 44), left: margin, top: 500 },
    ])
    .png({ palette: true, quality: 90 })
    .toBuffer()
  return Uint8Array.from(bytes)
}
