/** "12:30", "1:02:03" or "12" minutes, in seconds; null for anything else. */
export function secondsIn(typed: string): number | null {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^(?:(\d{1,2}):(?=\d{1,2}:))?(\d{1,3})(?::([0-5]?\d))?$/.exec(typed.trim()) ?? [
    null,
    '',
    '',
    '',
  ]
  const all = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return /\d/.test(minutes) && all <= 86_400 ? all : null
}

/** "12:30" */
export function minuteWords(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), String(seconds % 60).padStart(2, '0')]
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}
