import type { Generated } from 'kysely'
import type { MediaType } from '#platform/files'
import type { Language } from '#platform/text'

export type Purpose = 'recording' | 'slides'

type KeptFile = {
  webinarId: string
  networkId: string
  file: string
  mediaType: MediaType
  bytes: number
  keptAt: Temporal.Instant
  keptBy: string | null
}

export type RecordingTable = KeptFile & { captionsDue: Temporal.PlainDate | null }
export type SlideDeckTable = KeptFile & {
  name: string
  /** Null while they wait to be drawn; 0 when they cannot be. */ pages: Generated<number | null>
}

export type SlidePageTable = {
  webinarId: string
  page: number
  file: string
  bytes: number
  width: number
  height: number
  words: string
}

export type UploadTable = {
  id: string
  webinarId: string
  personId: string
  purpose: Purpose
  name: string
  bytes: number
  begunAt: Temporal.Instant
}

export type TranscriptTable = { webinarId: string; language: Language; editedAt: Temporal.Instant; editedBy: string | null }

/** A sentence of a transcript. Times are milliseconds from the beginning of the recording. */
export type CueTable = {
  webinarId: string
  language: Language
  place: number
  startsAt: number
  endsAt: number
  speaker: Generated<string>
  words: string
}

export type ChapterTable = { webinarId: string; language: Language; startsAt: number; title: string }

/** From when on readers could see it, and the event whose people know. */
export type RecordingShownTable = { webinarId: string; shownAt: Temporal.Instant; toldEventId: string | null }

export type RecordingsTables = {
  recording: RecordingTable
  slideDeck: SlideDeckTable
  slidePage: SlidePageTable
  upload: UploadTable
  transcript: TranscriptTable
  cue: CueTable
  chapter: ChapterTable
  recordingShown: RecordingShownTable
}
