import { z } from 'zod'
import { checkAccent } from '#platform/html'
import { checkboxInput, emailInput, fileInput, languageInput, lineInput, textInput } from '#platform/http'
import { say } from '#platform/text'
import { isTimeZone } from '#platform/time'

/** Left empty, it is as usual. */
const inThousand = ({ usual, least, most }: Record<'usual' | 'least' | 'most', number>, refusal: ReturnType<typeof say>) =>
  lineInput(10)
    .transform((typed) => (typed ? Number(typed) : usual))
    .refine((number) => Number.isInteger(number) && number >= least && number <= most, { error: refusal })

export const settingsForm = z
  .object({
    name: lineInput(80).refine((name) => name !== '', { error: say('Enter the name of the community.') }),
    tagline: lineInput(160),
    taglineEs: lineInput(160),
    accent: lineInput(7),
    /** The button that takes the nearest colour that can be read. */
    accentInstead: lineInput(7),
    logo: fileInput,
    removeLogo: checkboxInput,
    contactEmail: emailInput,
    postalAddress: textInput(400),
    approvalRequired: checkboxInput,
    bouncesInThousand: inThousand({ usual: 50, least: 10, most: 100 }, say('Choose a whole number from 10 to 100.')),
    complaintsInThousand: inThousand({ usual: 3, least: 1, most: 5 }, say('Choose a whole number from 1 to 5.')),
    language: languageInput,
    timeZone: lineInput(60).refine(isTimeZone, { error: say('Choose a time zone from the list.') }),
  })
  .transform(({ accentInstead, ...settings }) => ({ ...settings, accent: (accentInstead || settings.accent).toLowerCase() }))
  .refine(({ accent }) => /^#[0-9a-f]{6}$/.test(accent), {
    path: ['accent'],
    error: say('Choose a colour, or write it like #1f4a73.'),
    abort: true,
  })
  .refine(({ accent }) => 'ok' in checkAccent(accent), {
    path: ['accent'],
    error: say('Words in this colour could not be read on the page. Choose a darker one.'),
  })

export type SettingsInput = z.output<typeof settingsForm>
