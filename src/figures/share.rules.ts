/** A share in whole hundredths; nothing of nobody, and not nought of somebody. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return '–'
  const hundredths = Math.round((part / whole) * 100)
  return hundredths === 0 && part > 0 ? '<1%' : `${hundredths}%`
}
