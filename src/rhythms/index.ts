/**
 * Rhythms: gatherings that repeat, which people know as series. Each date is an event of #events, made half a year ahead;
 * what was changed for one date alone stays when its series changes.
 * Owns the tables `rhythm`, `rhythm_date`.
 */
export type { RhythmsTables } from './rhythms.tables.ts'
export { findRhythm, findRhythmById, listDateSlugs, listRhythmDates, type Rhythm, type RhythmDate } from './rhythm.data.ts'
export type { RhythmNews } from './follow.actions.ts'
export { besideRule, calendarRule } from './calendar-rule.rules.ts'
export { plannedDays, spanOn, type Planned } from './recurrence.rules.ts'
export { rhythmWords } from './rhythm.words.ts'
export { rhythmRoutes } from './rhythm.routes.tsx'
export { seedRhythms } from './rhythms.seed.ts'
export { rhythmJobs } from './rhythms.jobs.ts'
