export type DigestTable = { id: string; networkId: string; month: Temporal.PlainDate; queuedAt: Temporal.Instant }

export type DigestContentTable = { contentId: string; digestId: string; editionIds: string[] }

export type DigestsTables = { digest: DigestTable; digestContent: DigestContentTable }
