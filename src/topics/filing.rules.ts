import type { Step } from './step.rules.ts'

/** What stands under steps and subjects, by the first word of its address. */
export const kinds = ['tips', 'webinars', 'answers'] as const
export type Kind = (typeof kinds)[number]

/** What a page with its related things is made from besides itself. */
export const relatedTables = ['filing', 'topic', 'tip', 'tip_text', 'webinar', 'webinar_text', 'answer', 'answer_text']

const places: Record<Kind, string> = { tips: '/tips', webinars: '/webinars', answers: '/office-hours/answers' }

export const addressOf = (kind: Kind, slug: string): string => `${places[kind]}/${slug}`

export type Subject = { id: string; name: string }
export type Filed = { steps: Step[]; subjects: Subject[] }

/** Only what stands under these; null where all is asked for. */
export type Narrowing = { step: Step | null; subject: string | null }
export const everything: Narrowing = { step: null, subject: null }
