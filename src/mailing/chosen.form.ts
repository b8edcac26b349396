import { z } from 'zod'
import { lineInput, organisationKindInput, stateInput } from '#platform/http'

export const aboutYou = {
  firstName: lineInput(80),
  lastName: lineInput(80),
  organisation: lineInput(160),
  organisationKind: organisationKindInput,
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
