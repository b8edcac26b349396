import type { Deed } from './imports.tables.ts'

export const emptyDeed = (): Deed => ({ begun: false, filled: {}, before: null, moments: null, tags: [], suppressionId: null })

export const hasDone = (deed: Deed): boolean =>
  deed.begun || deed.before !== null || deed.tags.length > 0 || deed.suppressionId !== null || Object.keys(deed.filled).length > 0

type Put = { wasThere: boolean; confirmedAt: string | null; leftAt: string | null }

/** How someone stood before, and the moments they have now: as long as they have these, nobody has changed it. */
export function beforeOf({ wasThere, confirmedAt, leftAt }: Put): Pick<Deed, 'before' | 'moments'> {
  const wasOn = confirmedAt !== null && leftAt !== null
  return { before: !wasThere ? 'none' : wasOn ? 'on' : 'asked', moments: { confirmedAt, leftAt } }
}
