import type { Generated } from 'kysely'
import type { Service } from './headings.rules.ts'

export type ParticipantReportTable = {
  id: string
  eventId: string
  service: Service
  fileName: string
  fingerprint: string
  broughtBy: string | null
  broughtAt: Temporal.Instant
  takenAt: Temporal.Instant | null
  unknown: Generated<number>
}

export type ParticipantRowTable = {
  reportId: string
  place: number
  name: Generated<string>
  email: string | null
  minutes: number
  visits: number
  personId: string | null
}

export type ParticipantsTables = { participantReport: ParticipantReportTable; participantRow: ParticipantRowTable }
