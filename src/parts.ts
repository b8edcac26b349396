/** What can run on its own, any number of each, on one database. */
export const parts = ['web', 'worker', 'mail-in'] as const
export type Part = (typeof parts)[number]
