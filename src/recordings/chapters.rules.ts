import { readMoment, writeMoment } from '#platform/time'
import type { Chapter } from './recording.data.ts'

/** Chapters as people write them, one a line: "12:30 Three regions tell". */
export const writeChapters = (chapters: Chapter[]): string =>
  chapters.map(({ startsAt, title }) => `${writeMoment(startsAt)} ${title}`).join('\n')

export type ChaptersRead = { chapters: Chapter[] } | { unread: string }

/** Reads them, in the order of time; gives the first line that has no moment or no title. Of two at one moment the later line counts. */
export function readChapters(written: string): ChaptersRead {
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const chapters = new Map<number, string>()
  for (const line of lines) {
    const [, moment = '', title = ''] = /^([\d:.,]+)\s+[-–—]?\s*(\S.*)$/.exec(line) ?? []
    const startsAt = readMoment(moment)
    if (startsAt === null || title.length > 160) return { unread: line }
    chapters.set(startsAt, title)
  }
  return {
    chapters: [...chapters].map(([startsAt, title]) => ({ startsAt, title })).toSorted((one, other) => one.startsAt - other.startsAt),
  }
}
