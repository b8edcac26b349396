import { z } from 'zod'
import { aboutYou, lists, withLists } from '#mailing'
import { honeypotName } from '#platform/html'
import { emailInput, languageInput } from '#platform/http'
import { joinSources } from './join.pages.tsx'

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
