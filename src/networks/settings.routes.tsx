import { newRoutes, readForm, steward } from '#platform/http'
import { pictureRefusals } from '#platform/files'
import { say } from '#platform/text'
import { changeSettings } from './settings.actions.ts'
import { settingsForm } from './settings.form.ts'
import { SettingsPage } from './settings.pages.tsx'
import { paths } from './networks.paths.ts'

/** Browsers do not keep a chosen file when a form comes back. */
const chooseAgain = say('Choose the logo again, please: it was not saved.')

/** How stewards set the community's name, look and contact. */
export const settingsRoutes = newRoutes()
  .get('/admin/settings', steward, (c) => {
    const { name, tagline, taglineEs, accent, contactEmail, postalAddress, language, timeZone, approvalRequired } = c.var.network
    const { bouncesInThousand, complaintsInThousand } = c.var.network
    const values = {
      name,
      tagline,
      taglineEs,
      accent,
      contactEmail,
      postalAddress,
      language,
      timeZone,
      approvalRequired: approvalRequired ? 'yes' : '',
      bouncesInThousand: String(bouncesInThousand),
      complaintsInThousand: String(complaintsInThousand),
    }
    return c.var.page(<SettingsPage form={{ values, errors: {} }} isSaved={c.req.query('done') === 'saved'} />)
  })
  .post('/admin/settings', steward, async (c) => {
    const { db, network, config, t } = c.var
    const read = await readForm(c, settingsForm)
    if (read.form) {
      const sent = (await c.req.parseBody())['logo']
      const errors = sent instanceof File && sent.size > 0 ? { ...read.form.errors, logo: t(chooseAgain) } : read.form.errors
      return c.var.page(<SettingsPage form={{ ...read.form, errors }} />, 422)
    }
    const outcome = await changeSettings(db, network, read.values, config.dataDir)
    if (outcome === 'saved') return c.redirect(paths.settingsSaved, 303)
    return c.var.page(<SettingsPage form={{ values: read.typed, errors: { logo: t(pictureRefusals[outcome.refused]) } }} />, 422)
  })
