import { transaction, type Db, type Tx } from '#database'
import { freeSlug, type Language } from '#platform/text'
import type { StepWords } from './step.actions.ts'
import { listStepTexts, lockStep, saveStepTextRow } from './step.data.ts'
import {
  addStepRow,
  countSteps,
  listAddresses,
  lockSteps,
  removeStep,
  removeStepText,
  renumber,
  savePublished,
  shiftStep,
} from './step-order.data.ts'
import { seedSteps } from './step.seed.ts'

type Who = { networkId: string; personId: string | null }

/** Addresses below the toolkit's that are no step's. */
const reserved = ['all', 'mine', 'new', 'starter']

/** A new step as a draft, after all others, at an address made of its title. */
export const beginStep = (db: Db, who: Who, words: StepWords, now: Temporal.Instant): Promise<{ slug: string }> =>
  transaction(db, async (tx) => {
    await lockSteps(tx, who.networkId)
    const slug = freeSlug(words.title, [...reserved, ...(await listAddresses(tx, who.networkId))])
    const { id: stepId } = await addStepRow(tx, who.networkId, slug)
    await saveStepTextRow(tx, { stepId, ...words, editedAt: now, editedBy: who.personId })
    return { slug }
  })

type OfStep = { networkId: string; slug: string }

/** Shows a step to the world, after those that are there, or takes it back to the stewards. False when there is none. */
export const publishStep = (db: Db, step: OfStep, publishedAt: Temporal.Instant | null): Promise<boolean> =>
  withStep(db, step, (tx, id) => savePublished(tx, id, publishedAt))

/** Moves a step one place up or down. */
export const moveStep = (db: Db, step: OfStep, direction: 'up' | 'down'): Promise<boolean> =>
  withStep(db, step, (tx) => shiftStep(tx, step.networkId, { slug: step.slug, direction }))

/** Takes a step away, or the words of one language when another is left. What stood under it stands there no more. */
export const removeStepWords = (db: Db, step: OfStep, only: Language | undefined): Promise<boolean> =>
  withStep(db, step, async (tx, id) => {
    const isLeft = only !== undefined && (await listStepTexts(tx, id)).some(({ language }) => language !== only)
    return isLeft ? removeStepText(tx, id, only) : removeStep(tx, id)
  })

const withStep = (db: Db, { networkId, slug }: OfStep, change: (tx: Tx, id: string) => Promise<unknown>): Promise<boolean> =>
  transaction(db, async (tx) => {
    await lockSteps(tx, networkId)
    const step = await lockStep(tx, networkId, slug)
    if (!step) return false
    await change(tx, step.id)
    await renumber(tx, networkId)
    return true
  })

/** Puts the starter steps into a community that has none, such as one that is older than they are. */
export const bringStarterSteps = (db: Db, network: { id: string }, now: Temporal.Instant) =>
  transaction(db, async (tx) => {
    await lockSteps(tx, network.id)
    if ((await countSteps(tx, network.id)) === 0) await seedSteps(tx, network, now)
  })
