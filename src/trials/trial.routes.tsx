import { emptyForm, type FormState } from '#platform/html'
import { newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { languages } from '#platform/text'
import { inLanguage } from '#letters'
import { findForSteward, mayEdit, editionPaths as paths, type Edition } from '#editions'
import { setTrial } from './trial.actions.ts'
import { findTrial } from './trial.data.ts'
import { trialForm, trialHours, trialShares } from './trial.form.ts'
import { TrialPage } from './trial.pages.tsx'

/** Where stewards set a second subject against the first. */
export const trialRoutes = newRoutes()
  .get('/updates/:slug/trial', steward, async (c) => show(c, await findForSteward(c)))
  .post('/updates/:slug/trial', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values, form } = await readForm(c, trialForm)
    if (!values) return show(c, edition, form)
    const { en, es, ...setting } = values
    const subjectB = Object.fromEntries(Object.entries({ en, es }).filter(([, subject]) => subject !== ''))
    const isSet = await setTrial(c.var.db, whoIn(c, edition, c.var.person.id), { ...setting, subjectB }, c.var.now)
    return isSet ? c.redirect(paths.send(edition.slug), 303) : notFound()
  })
  .post('/updates/:slug/trial/removal', steward, async (c) => {
    const edition = await findForSteward(c)
    const isRemoved = await setTrial(c.var.db, whoIn(c, edition, c.var.person.id), null, c.var.now)
    return isRemoved ? c.redirect(paths.send(edition.slug), 303) : notFound()
  })

const whoIn = (c: Asked, { slug }: Edition, personId: string) => ({ networkId: c.var.network.id, slug, personId })

async function show(c: Asked, edition: Edition, again?: FormState) {
  if (!mayEdit(edition)) return c.redirect(paths.sending(edition.slug), 303)
  const trial = await findTrial(c.var.db, edition.id)
  const kept = trial && { ...trial.subjectB, share: `${trial.share}`, hours: `${trial.hours}`, act: trial.act }
  const form = again ?? { ...emptyForm, values: kept ?? { share: '20', hours: '4', act: 'rsvp' } }
  const page = (
    <TrialPage
      slug={edition.slug}
      subject={inLanguage(edition.subject, c.var.language).text}
      written={languages.filter((language) => edition.subject[language])}
      isSet={trial !== undefined}
      form={form}
      shares={trialShares}
      hours={trialHours}
    />
  )
  return c.var.page(page, again ? 422 : 200)
}
