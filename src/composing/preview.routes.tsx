import { z } from 'zod'
import { languageAsked, languageInput, newRoutes, readForm, steward, type Asked, type Visitor } from '#platform/http'
import { asNight, fillText } from '#letters'
import { findForSteward, lettersOf, mergeValuesOf, editionPaths as paths, type Edition } from '#editions'
import { eyesOf, previewFor } from './preview.actions.ts'
import { PreviewPage } from './preview.pages.tsx'
import { sendTest } from './test-mail.actions.ts'

/** A mail may bring its own style and our pictures, and nothing else; it stands in a frame of ours alone. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox"

/** Where stewards look at an edition before it leaves, and send themselves a test. */
export const previewRoutes = newRoutes()
  .get('/updates/:slug/preview', steward, async (c) => {
    const edition = await findForSteward(c)
    const language = languageAsked(c)
    const eyes = await eyesOf(c.var.db, edition, c.req.query('reader'), c.var.person)
    const { subject, preheader } = (await lettersOf(c.var.db, looking(c, edition)))[language]
    const values = eyes.reader ? mergeValuesOf(eyes.reader) : {}
    return c.var.page(
      <PreviewPage
        slug={edition.slug}
        subject={fillText(subject, values)}
        preheader={fillText(preheader, values)}
        language={language}
        reader={eyes}
        isTestSent={c.req.query('done') === 'test'}
      />,
    )
  })
  .get('/updates/:slug/preview/mail', steward, async (c) => {
    const { html } = await mailFor(c, c.var.person)
    const shown = (c.req.query('night') ? asNight(html) : html).replace('<body', '<body data-mail')
    return c.html(shown, 200, { 'content-security-policy': mailPolicy, 'cache-control': 'no-store' })
  })
  .get('/updates/:slug/preview/text', steward, async (c) => {
    const { text } = await mailFor(c, c.var.person)
    return c.text(text, 200, { 'content-security-policy': mailPolicy, 'cache-control': 'no-store' })
  })
  .post('/updates/:slug/test', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values } = await readForm(c, z.object({ language: languageInput }))
    const language = values?.language ?? c.var.language
    await sendTest(c.var.db, { edition, network: c.var.network, config: c.var.config, personId: c.var.person.id, language }, c.var.now)
    return c.redirect(`${paths.preview(edition.slug, language)}&done=test`, 303)
  })

const looking = (c: Asked, edition: Edition) => ({ edition, network: c.var.network, config: c.var.config, now: c.var.now })

async function mailFor(c: Asked, person: Visitor) {
  const edition = await findForSteward(c)
  const { reader } = await eyesOf(c.var.db, edition, c.req.query('reader'), person)
  return previewFor(c.var.db, looking(c, edition), { reader, language: languageAsked(c) })
}
