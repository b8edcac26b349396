/** A stretch in the call, in seconds on the clock of the report. */
export type Spell = { from: number; to: number }

const hour = 3600
const longest = 7 * 24 * hour

/** How long somebody stayed, in seconds: "57", "1h 27m 51s", "63 mins", "1 hora 3 minutos", "01:03:00". A bare number counts minutes. */
export function secondsOf(cell: string): number | null {
  const text = cell.replace(/^="?|"$/g, '').trim()
  const seconds = bareMinutes(text) ?? clock(text) ?? units(text)
  return seconds === null ? null : Math.min(longest, seconds)
}

const bareMinutes = (text: string) => (/^\d{1,6}(?:[.,]\d+)?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 60) : null)

function clock(text: string): number | null {
  const [, first = '', second = '', third] = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? []
  if (first === '') return null
  return third === undefined ? Number(first) * 60 + Number(second) : Number(first) * hour + Number(second) * 60 + Number(third)
}

/** By their first letters: h, hr, hora, heure, Std., godz. · m, min, Minuten · s, sec, sek. */
const lengths: [RegExp, number][] = [
  [/^(?:h|st|g)/, hour],
  [/^m/, 60],
  [/^s/, 1],
]

function units(text: string): number | null {
  let sum: number | null = null
  for (const [, number = '', word = ''] of text
    .slice(0, 100)
    .toLowerCase()
    .matchAll(/(\d{1,6})\s*(\p{L}+)/gu)) {
    const length = lengths.find(([begins]) => begins.test(word))?.[1]
    if (length !== undefined) sum = (sum ?? 0) + Number(number) * length
  }
  return sum
}

/**
 * A moment of the report, in seconds. Day and month may stand either way round: within one report they do so everywhere, and only
 * differences count.
 */
export function momentOf(cell: string): number | null {
  const text = cell
    .replace(/^="?|"$/g, '')
    .trim()
    .slice(0, 60)
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([ap])\.?\s?m)?/i.exec(text)
  if (!time) return null
  const [, hours = '', minutes = '', seconds = '0', half] = time
  const onDay = (Number(hours) % (half ? 12 : 24)) * hour + Number(minutes) * 60 + Number(seconds)
  return dayOf(text.slice(0, time.index)) * 24 * hour + onDay + (half?.toLowerCase() === 'p' ? 12 * hour : 0)
}

/** Days since 1970; 0 where the cell holds a time alone. */
function dayOf(text: string): number {
  const [first = 0, second = 0, third = 0] = Array.from(text.matchAll(/\d+/g), Number)
  const named = months.findIndex((month) => text.toLowerCase().includes(month)) + 1
  if (named > 0) return days(second, named, first)
  if (third === 0) return 0
  if (first > 31) return days(first, second, third)
  return first > 12 ? days(third, second, first) : days(third, first, second)
}

const days = (year: number, month: number, day: number) =>
  Math.floor(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day) / 86_400_000)

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The seconds that spells cover: two devices at the same time count once. */
export function covered(spells: Spell[]): number {
  let [sum, reached] = [0, -Infinity]
  for (const { from, to } of spells.toSorted((one, other) => one.from - other.from)) {
    if (to <= reached) continue
    sum += to - Math.max(from, reached)
    reached = to
  }
  return sum
}
