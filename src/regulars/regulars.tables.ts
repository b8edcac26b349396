export type RegularTable = { rhythmId: string; personId: string; since: Temporal.Instant }

export type RegularsTables = { regular: RegularTable }
