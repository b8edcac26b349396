const units = [
  ['day', 86_400_000, 2],
  ['hour', 3_600_000, 2],
  ['minute', 60_000, 1],
] as const

type Moment = { epochMilliseconds: number }

/** How long it is until then, as people say it: "in 3 hours". Days from two on, hours from two on, minutes before that; never less than one. */
export function untilWords(now: Moment, then: Moment, language: string): string {
  const left = Math.max(then.epochMilliseconds - now.epochMilliseconds, 60_000)
  const [unit, length] = units.find(([, size, from]) => left >= size * from) ?? units[2]
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(Math.floor(left / length), unit)
}
