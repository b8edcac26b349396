export type AttemptTable = { key: string; windowBeganAt: Temporal.Instant; tries: number }

export type HttpTables = { attempt: AttemptTable }
