import type { Sharp } from 'sharp'
import { say } from '#platform/text'
import { saveFile } from './store.ts'

export type SavedPicture = { path: string; width: number; height: number }
export type PictureRefusal = 'no-picture' | 'too-many-pixels'

/** What to tell the person, by refusal. */
export const pictureRefusals: Record<PictureRefusal, string> = {
  'no-picture': say('This file is no picture we can use. Choose a PNG, JPEG or WebP file.'),
  'too-many-pixels': say('This picture is too large. Choose one of at most 40 megapixels.'),
}

const mostPixels = 40_000_000

/**
 * Makes a picture anew from what was sent: at most `maxWidth` wide, without the place, camera and whatever else was
 * hidden in it, as PNG where it has see-through parts and as JPEG otherwise, so that every mail program shows it.
 */
export async function savePicture(
  dataDir: string,
  sent: Uint8Array,
  { maxWidth, maxHeight }: { maxWidth: number; maxHeight?: number },
): Promise<SavedPicture | { refused: PictureRefusal }> {
  // The first bytes decide before a decoder sees anything: no SVG, no PDF, no file under a false name.
  if (!isKnownPicture(sent)) return { refused: 'no-picture' }
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  const source = sharp(sent, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
  try {
    const isSeeThrough = !(await source.clone().stats()).isOpaque
    const fitted = source
      .autoOrient()
      .resize({ width: maxWidth, height: maxHeight ?? maxWidth * 4, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: 20 })
    const { data, info } = await encoded(fitted, isSeeThrough).toBuffer({ resolveWithObject: true })
    const path = await saveFile(dataDir, data, isSeeThrough ? 'png' : 'jpg')
    return { path, width: info.width, height: info.height }
  } catch (error) {
    if (!isFaultOfPicture(error)) throw error
    return { refused: error.message.includes('pixel limit') ? 'too-many-pixels' : 'no-picture' }
  }
}

const encoded = (picture: Sharp, isSeeThrough: boolean) =>
  isSeeThrough
    ? picture.png({ compressionLevel: 9, palette: true, quality: 90 })
    : picture.flatten({ background: '#ffffff' }).jpeg({ quality: 84, mozjpeg: true, chromaSubsampling: '4:4:4' })

/** PNG (its specification, 5.2), JPEG (ITU-T T.81, B.1.1.3), WebP (RFC 9649, 2.3). */
const isKnownPicture = (bytes: Uint8Array) => {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return (
    text.startsWith('\u0089PNG\r\n\u001a\n') || text.startsWith('\u00ff\u00d8\u00ff') || (text.startsWith('RIFF') && text.endsWith('WEBP'))
  )
}

/** The library says what is wrong with a picture in a plain Error; a full disk and the like have a code. */
const isFaultOfPicture = (error: unknown): error is Error => error instanceof Error && !('code' in error)
