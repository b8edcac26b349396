export type LinkOutcome = 'works' | 'broken' | 'unsure'

export type LinkCheckTable = { networkId: string; address: string; outcome: LinkOutcome; detail: string; checkedAt: Temporal.Instant }

export type CountedLinkTable = { id: string; networkId: string; contentId: string; address: string; clicks: number }

export type LinksTables = { linkCheck: LinkCheckTable; countedLink: CountedLinkTable }
