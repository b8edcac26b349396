import type { Tick } from '#platform/html'
import type { Words } from '#platform/text'
import type { Step } from './period.rules.ts'

/** Months and weeks as the axis of a chart names them, and as a table does. */
export function ticksOf(begins: Temporal.PlainDate[], { by, language, t }: { by: Step; language: string; t: Words }): Tick[] {
  const locale = `${language}-US`
  return begins.map((begin) => ({
    short: begin.toLocaleString(locale, by === 'month' ? { month: 'short' } : { month: 'short', day: 'numeric' }),
    year: String(begin.year),
    long:
      by === 'month'
        ? begin.toLocaleString(locale, { month: 'long', year: 'numeric' })
        : t('Week of {{day}}', { day: begin.toLocaleString(locale, { month: 'long', day: 'numeric', year: 'numeric' }) }),
  }))
}

/** How many words the axis has room for on a phone. */
export const roomFor: Record<Step, number> = { month: 12, week: 5 }

/** "Mar 4, 2026" */
export const shortDay = (day: Temporal.PlainDate, language: string): string => day.toLocaleString(`${language}-US`, { dateStyle: 'medium' })
