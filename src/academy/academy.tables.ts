export type AcademyInterestTable = {
  eventId: string
  personId: string
  state: string | null
  team: string
  role: string
  saidAt: Temporal.Instant
}

export type AcademyTables = { academyInterest: AcademyInterestTable }
