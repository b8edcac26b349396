import type { Generated } from 'kysely'
import type { Language } from '#platform/text'

export type SpeakerTable = {
  id: string
  networkId: string
  slug: string
  name: string
  organisation: Generated<string>
  personId: string | null
  picture: string | null
  editedAt: Temporal.Instant
  editedBy: string | null
}

export type SpeakerTextTable = { speakerId: string; language: Language; role: string; bio: string; pictureAlt: string }

export type SpeakersTables = {
  speaker: SpeakerTable
  speakerText: SpeakerTextTable
  eventSpeaker: { eventId: string; speakerId: string; place: number }
  webinarSpeaker: { webinarId: string; speakerId: string; place: number }
}
