export type MediaType = 'video/mp4' | 'video/webm' | 'audio/mp4' | 'audio/mpeg' | 'application/pdf' | 'application/zip' | 'image/webp'

/**
 * What a file is by its first bytes, whatever its name says: MP4 (ISO 14496-12, 4.3), WebM (RFC 8794, 11.2.4), MP3 (its ID3v2 head, or
 * a frame of ISO 11172-3), PDF (ISO 32000, 7.5.2), zip (as PowerPoint and Keynote write theirs). Null for all else.
 */
export function mediaTypeOf(start: Uint8Array): MediaType | null {
  const text = Buffer.from(start).toString('latin1')
  if (text.slice(4, 8) === 'ftyp') return mp4Of(text.slice(8, 12))
  if (text.startsWith('\u001a\u0045\u00df\u00a3')) return text.slice(0, 64).includes('webm') ? 'video/webm' : null
  if (text.startsWith('ID3') || isMp3Frame(start)) return 'audio/mpeg'
  if (text.startsWith('%PDF-')) return 'application/pdf'
  return text.startsWith('PK\u0003\u0004') ? 'application/zip' : null
}

/** QuickTime and pictures use the same box, and browsers do not play them. */
function mp4Of(brand: string): MediaType | null {
  if (/^M4[AB] $/.test(brand)) return 'audio/mp4'
  return /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV|mmp4)$/.test(brand) ? 'video/mp4' : null
}

const isMp3Frame = ([first = 0, second = 0]: Uint8Array) => first === 0xff && [0xfb, 0xfa, 0xf3, 0xf2].includes(second)
