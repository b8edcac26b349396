import { remembered } from './remembered.ts'
import type { Moment } from './when.ts'

/** The four zones that most readers live in, east to west. `name` is a sentence of the catalogue. */
export const usZones = [
  { timeZone: 'America/New_York', name: 'Eastern' },
  { timeZone: 'America/Chicago', name: 'Central' },
  { timeZone: 'America/Denver', name: 'Mountain' },
  { timeZone: 'America/Los_Angeles', name: 'Pacific' },
] as const

const furtherUsZones = [
  'America/Phoenix',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
  'Pacific/Pago_Pago',
]

export type ZoneGroup = { region: string; zones: { value: string; words: string }[] }

const said = remembered<string>(2000)

/** "Central Time", "hora central": the name people say, right in summer and winter. */
export function formatZone(timeZone: string, language: string, moment: Moment): string {
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC') return 'UTC'
  const locale = language.includes('-') ? language : `${language}-US`
  return said(`${locale} ${timeZone} ${moment.epochMilliseconds}`, () => {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(moment.epochMilliseconds)
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
  })
}

/** Whether this names a zone of the IANA list. Offsets such as +05:00 and "EST" are no zones: they know no summer. */
export function isTimeZone(text: string | null | undefined): text is string {
  if (!text || !(text === 'UTC' || /^[A-Z][\w+-]*\/[\w+/-]+$/i.test(text))) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }))
  } catch {
    return false
  }
}

/** All zones to choose from, those of the United States first, the rest by region and city. */
export function zoneGroups(language: string, moment: Moment): ZoneGroup[] {
  const here = [...usZones.map((zone) => zone.timeZone), ...furtherUsZones]
  const home = here.map((timeZone) => ({ value: timeZone, words: `${formatZone(timeZone, language, moment)} (${cityOf(timeZone)})` }))
  const others = Intl.supportedValuesOf('timeZone').filter((timeZone) => timeZone.includes('/') && !here.includes(timeZone))
  const byRegion = Map.groupBy(others, (timeZone) => timeZone.slice(0, timeZone.indexOf('/')))
  const abroad = [...byRegion].map(([region, zones]) => ({ region, zones: zones.map((value) => ({ value, words: cityOf(value) })) }))
  return [{ region: 'United States', zones: home }, ...abroad, { region: 'UTC', zones: [{ value: 'UTC', words: 'UTC' }] }]
}

const cityOf = (timeZone: string) =>
  timeZone
    .slice(timeZone.indexOf('/') + 1)
    .replaceAll('_', ' ')
    .replaceAll('/', ', ')
