import type { Generated } from 'kysely'

export type CertificateOfferTable = { eventId: string; /** Of credit, as PostgreSQL writes them: "1.50". */ hours: string | null }

/** The same for all dates of a series. */
export type RhythmCertificateOfferTable = { rhythmId: string; hours: string }

export type CertificateTable = {
  code: string
  eventId: string
  /** Null: they left, and their name with them. */
  personId: string | null
  name: string
  hours: string
  issuedAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
  withdrawnReason: Generated<string>
}

export type CertificatesTables = {
  certificateOffer: CertificateOfferTable
  rhythmCertificateOffer: RhythmCertificateOfferTable
  certificate: CertificateTable
}
