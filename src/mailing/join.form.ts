import { z } from 'zod'
import { honeypotName } from '#platform/html'
import { emailInput, languageInput, lineInput, stateInput } from '#platform/http'
import { joinSources } from './join.pages.tsx'

export const aboutYou = {
  firstName: lineInput(80),
  lastName: lineInput(80),
  organisation: lineInput(160),
  job: lineInput(120),
  state: stateInput,
}

/** Gathers the ticked boxes `list-monthly-update`, `list-event-news`, … into `lists`. */
export const withLists = <T extends z.ZodType>(schema: T) =>
  z.preprocess((body: Record<string, unknown>) => {
    const lists = Object.keys(body).filter((name) => name.startsWith('list-') && body[name])
    return { ...body, lists: lists.map((name) => name.slice('list-'.length)) }
  }, schema)

export const lists = z.array(z.string())

export const joinForm = withLists(
  z.object({
    ...aboutYou,
    lists,
    email: emailInput,
    source: z.enum(joinSources).catch('join page'),
    [honeypotName]: z.unknown().optional(),
  }),
)

/** Of forms on other sites, which may have been shortened by whoever pasted them. */
export const embeddedForm = withLists(
  z.object({
    ...aboutYou,
    lists,
    email: emailInput,
    language: languageInput.optional().catch(undefined),
    [honeypotName]: z.unknown().optional(),
  }),
)

export type JoinValues = z.output<typeof embeddedForm>
