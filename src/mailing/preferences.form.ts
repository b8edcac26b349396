import { z } from 'zod'
import { languageInput, timeZoneInput } from '#platform/http'
import { aboutYou, lists, withLists } from './chosen.form.ts'

export const preferencesForm = withLists(z.object({ ...aboutYou, lists, language: languageInput, timeZone: timeZoneInput }))

export type Preferences = z.output<typeof preferencesForm>
