/** How a challenge is talked about, in minutes: presented, asked about, given ideas, taken home. */
export const peerAssist = [5, 10, 15, 5]

export type ClockStanding = { step: number; left: number } | 'over'

/** In which step it is after so many seconds, and how many are left of that step. */
export function standingAt(plan: number[], seconds: number): ClockStanding {
  let end = 0
  for (const [step, minutes] of plan.entries()) {
    end += minutes * 60
    if (seconds < end) return { step, left: end - Math.max(0, seconds) }
  }
  return 'over'
}

/** "4:05"; to the minute for whoever wants no motion. */
export function clockWords(seconds: number, { toTheMinute = false } = {}): string {
  const whole = Math.max(0, Math.floor(seconds))
  return toTheMinute ? `${Math.ceil(whole / 60)}:00` : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
