import { z } from 'zod'
import { listAccesses, type ListWords } from '#mailing'
import { lineInput, requiredLineInput } from '#platform/http'
import { say } from '#platform/text'

/** What stewards say of a list. Without Spanish words its readers get the English ones. */
export const listForm = z
  .object({
    name: requiredLineInput(60),
    nameEs: lineInput(60),
    description: requiredLineInput(240),
    descriptionEs: lineInput(240),
    access: z.enum(listAccesses, { error: say('Choose who may join.') }),
  })
  .transform(({ name, nameEs, description, descriptionEs, access }): ListWords => ({
    name: { en: name, es: nameEs || name },
    description: { en: description, es: descriptionEs || description },
    access,
  }))

/** The same words as they stand in the form. */
export const valuesOf = ({ name, description, access }: ListWords): Record<string, string> => ({
  name: name.en,
  nameEs: name.es === name.en ? '' : name.es,
  description: description.en,
  descriptionEs: description.es === description.en ? '' : description.es,
  access,
})
