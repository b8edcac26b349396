/** How fast mail may leave: over how many connections, with what pause between letters, and how many letters over one connection. */
export type Pace = {
  connections: number
  /** Milliseconds from one letter to the next. */
  gap: number
  batch: number
  /** Letters that were taken since it last changed. */
  calm: number
  /** Until then, in milliseconds of its clock, further calls for less are echoes of the last. */
  deafUntil: number
}

export type Bounds = { connections: number; batch: number; shortestGap: number; firstGap: number; longestGap: number; echo: number }

/** What a server told us by its answer: taken, or to ask for less, or that it ends conversations after so many letters. */
export type Heard = 'taken' | 'less' | { endsAfter: number }

export const fullPace = ({ connections, batch, shortestGap }: Bounds): Pace => ({
  connections,
  batch,
  gap: shortestGap,
  calm: 0,
  deafUntil: 0,
})

/**
 * Halves when asked for less, and grows by one connection after a while of calm: what has kept the internet's lines shared since 1988
 * (additive increase, multiplicative decrease). Over one connection it is the pause that doubles, up to a minute, and halves.
 */
export function paceAfter(pace: Pace, heard: Heard, bounds: Bounds, at: number): Pace {
  if (heard === 'taken') return pace.calm + 1 < calmNeeded(pace) ? { ...pace, calm: pace.calm + 1 } : { ...grown(pace, bounds), calm: 0 }
  if (heard !== 'less') return { ...pace, calm: 0, batch: Math.max(1, Math.min(pace.batch, heard.endsAfter)) }
  return at < pace.deafUntil ? { ...pace, calm: 0 } : { ...lessened(pace, bounds), calm: 0, deafUntil: at + bounds.echo }
}

const calmNeeded = ({ connections, gap }: Pace) => (connections === 1 && gap > 0 ? 10 : 20 * connections)

function lessened(pace: Pace, { firstGap, longestGap }: Bounds): Pace {
  if (pace.connections > 1) return { ...pace, connections: Math.floor(pace.connections / 2) }
  return { ...pace, gap: Math.min(Math.max(pace.gap * 2, firstGap), longestGap) }
}

function grown(pace: Pace, { connections, batch, shortestGap, firstGap }: Bounds): Pace {
  if (pace.gap > shortestGap) return { ...pace, gap: pace.gap / 2 < firstGap ? shortestGap : Math.max(shortestGap, pace.gap / 2) }
  if (pace.connections < connections) return { ...pace, connections: pace.connections + 1 }
  return { ...pace, batch: Math.min(batch, pace.batch * 2) }
}
