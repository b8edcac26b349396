import { languageAsked, type Asked } from '#platform/http'
import { relatedTo, underStep, type Related } from './related.rules.ts'
import { readShelf } from './shelf.data.ts'

const shelfTables = ['filing', 'tip', 'tip_text', 'webinar', 'webinar_text', 'answer', 'answer_text']

/** A process reads the shelf once and keeps it until something on it changes: for a thousand things that is less than a megabyte. */
const shelfOf = (c: Asked) => c.var.remember('shelf', { tables: shelfTables }, () => readShelf(c.var.db, c.var.network.id))

/** Tips, webinars and answers that belong to this one; what waits to be published is among them for nobody. */
export const listRelated = async (c: Asked, id: string): Promise<Related[]> => relatedTo(await shelfOf(c), id, languageAsked(c))

/** Tips, webinars and answers under a step of the toolkit. */
export const listUnderStep = async (c: Asked, stepId: string): Promise<Related[]> => underStep(await shelfOf(c), stepId, languageAsked(c))
