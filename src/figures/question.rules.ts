import type { Question } from './figures.asked.ts'

/** The same question at another page or for a file. */
export const withQuestion = (path: string, { list, period }: Pick<Question, 'list' | 'period'>): string =>
  `${path}?${new URLSearchParams({ list: list?.slug ?? 'all', from: period.from.toString(), until: period.until.toString(), by: period.by }).toString()}`
