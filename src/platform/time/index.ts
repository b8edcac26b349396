/**
 * Days, hours and time zones in words people use, in their language and their zone.
 * Holds for daylight saving, always says the year, never says "EST".
 * Owns no table.
 */
export { formatDay, formatTime, formatTimes, formatWhen, isSameClock, type DayParts, type Moment, type Span } from './when.ts'
export { readMoment, writeMoment } from './moment.ts'
export { whenParts, type Elsewhere, type WhenParts } from './when-parts.ts'
export { formatZone, isTimeZone, usZones, zoneGroups, type ZoneGroup } from './zones.ts'
export { untilWords } from './until.ts'
export { remembered } from './remembered.ts'
