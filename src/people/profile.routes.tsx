import { z } from 'zod'
import {
  checkboxInput,
  languageInput,
  lineInput,
  newRoutes,
  notFound,
  organisationKindInput,
  readForm,
  signedIn,
  stateInput,
  timeZoneInput,
} from '#platform/http'
import type { Selectable } from 'kysely'
import { paths } from './people.paths.ts'
import { shownFields, type PersonTable } from './people.tables.ts'
import { findPerson, savePerson } from './person.data.ts'
import { ProfilePage } from './profile.pages.tsx'

const profileInput = z.object({
  firstName: lineInput(80),
  lastName: lineInput(80),
  organisation: lineInput(160),
  organisationKind: organisationKindInput,
  job: lineInput(120),
  state: stateInput,
  timeZone: timeZoneInput,
  language: languageInput,
  'shows-name': checkboxInput,
  'shows-organisation': checkboxInput,
  'shows-job': checkboxInput,
  'shows-state': checkboxInput,
  'shows-email': checkboxInput,
})

export const profileRoutes = newRoutes()
  .get(paths.profile, signedIn, async (c) => {
    const me = (await findPerson(c.var.db, c.var.person.id)) ?? notFound()
    return c.var.page(<ProfilePage form={{ values: { ...valuesOf(me), language: me.language ?? c.var.language }, errors: {} }} />)
  })
  .post(paths.profile, signedIn, async (c) => {
    const { values, form } = await readForm(c, profileInput)
    if (form) return c.var.page(<ProfilePage form={form} />, 422)
    const { firstName, lastName, organisation, organisationKind, job, state, timeZone, language } = values
    const shown = shownFields.filter((field) => values[`shows-${field}`])
    await savePerson(c.var.db, c.var.person.id, {
      firstName,
      lastName,
      organisation,
      organisationKind,
      job,
      state,
      timeZone,
      language,
      shown,
    })
    return c.redirect(`${paths.me}?done=profile`, 303)
  })

/** What is known, as the form's fields say it. */
function valuesOf({
  firstName,
  lastName,
  organisation,
  organisationKind,
  job,
  state,
  timeZone,
  shown,
}: Selectable<PersonTable>): Record<string, string> {
  const ticks = Object.fromEntries(shown.map((field) => [`shows-${field}`, 'yes']))
  return {
    firstName,
    lastName,
    organisation,
    organisationKind: organisationKind ?? '',
    job,
    state: state ?? '',
    timeZone: timeZone ?? '',
    ...ticks,
  }
}
