import type { MediaType } from '#platform/files'
import type { Purpose } from './recordings.tables.ts'

const gigabyte = 1024 ** 3

/** How large a file may be, by what it is for, in bytes. */
export const mostBytes: Record<Purpose, number> = { recording: 8 * gigabyte, slides: gigabyte / 4 }

const suitable: Record<Purpose, MediaType[]> = {
  recording: ['video/mp4', 'video/webm', 'audio/mp4', 'audio/mpeg'],
  slides: ['application/pdf', 'application/zip'],
}

export const isSuitable = (purpose: Purpose, type: MediaType | null): type is MediaType => type !== null && suitable[purpose].includes(type)

export type Shown = 'yes' | 'waits-for-captions'

/**
 * Whether readers see a recording: whoever does not hear must be able to follow it (WCAG 2.2, 1.2.2), so it has captions, or a day is
 * named by which it will. Once shown it stays so after that day, and stewards are reminded.
 */
export const shownTo = (captions: number, due: Temporal.PlainDate | null): Shown =>
  captions > 0 || due !== null ? 'yes' : 'waits-for-captions'
