import type { Asked } from './environment.ts'

/** Which page of a long list is asked for, counted from 1. */
export const pageAsked = (c: Asked): number => Math.min(Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1), 10_000)

/** How many pages that makes; an empty list has one. */
export const pagesFor = (total: number, pageSize: number): number => Math.max(1, Math.ceil(total / pageSize))
