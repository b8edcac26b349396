/** What stands under steps and subjects, by the first word of its address. */
export const kinds = ['tips', 'webinars', 'answers'] as const
export type Kind = (typeof kinds)[number]

/** What a page with its related things is made from besides itself. */
export const relatedTables = ['filing', 'topic', 'step', 'step_text', 'tip', 'tip_text', 'webinar', 'webinar_text', 'answer', 'answer_text']

const places: Record<Kind, string> = { tips: '/tips', webinars: '/webinars', answers: '/office-hours/answers' }

export const addressOf = (kind: Kind, slug: string): string => `${places[kind]}/${slug}`

export type Subject = { id: string; name: string }
/** A step of the toolkit. */
export type StepName = { slug: string; place: number; title: string }
export type Filed = { steps: StepName[]; subjects: Subject[] }

/** Only what stands under these; null where all is asked for. */
export type Narrowing = { step: string | null; subject: string | null }
export const everything: Narrowing = { step: null, subject: null }

/** "1. Build the support team". */
export const stepWords = ({ place, title }: StepName): string => `${place}. ${title}`
