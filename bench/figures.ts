/** One line of the table: what was measured, the yardstick of the same run, and whether the bar is met. */
export type Figure = { figure: string; ours: number; unit?: string; yardstick?: number; bar: string; isMet?: boolean }

export type Benchmark = () => Promise<Figure[]>

export const benchmarks: Record<string, () => Promise<Benchmark>> = {
  start: () => import('./start.ts').then((room) => room.benchStart),
  memory: () => import('./memory.ts').then((room) => room.benchMemory),
  'front-page': () => import('./front-page.ts').then((room) => room.benchFrontPage),
  toolkit: () => import('./toolkit.ts').then((room) => room.benchToolkit),
  mail: () => import('./mail.ts').then((room) => room.benchMail),
  crash: () => import('./crash.ts').then((room) => room.benchCrash),
  lighthouse: () => import('./lighthouse.ts').then((room) => room.benchLighthouse),
  'event-page': () => import('./event-page.ts').then((room) => room.benchEventPage),
  rsvp: () => import('./rsvp.ts').then((room) => room.benchRsvp),
  import: () => import('./import.ts').then((room) => room.benchImport),
  segments: () => import('./segments.ts').then((room) => room.benchSegments),
  recordings: () => import('./recordings.ts').then((room) => room.benchRecordings),
  live: () => import('./live.ts').then((room) => room.benchLive),
  rounds: () => import('./rounds.ts').then((room) => room.benchRounds),
  explain: () => import('./explain.ts').then((room) => room.benchExplain),
}
