import { z } from 'zod'
import type { FormState } from '#platform/html'
import { listLists, shownIn } from '#mailing'
import { idInput, lineInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { say } from '#platform/text'
import { inLanguage } from '#letters'
import { listSegments } from '#segments'
import { findForSteward, mayEdit, editionPaths as paths, type Edition } from '#editions'
import { chooseAudience } from './audience.actions.ts'
import { AudiencePage } from './audience.pages.tsx'

const audienceForm = z.object({
  list: lineInput(80),
  segment: z.union([z.literal('').transform(() => null), idInput], { error: say('This is not in the list any more. Choose again.') }),
})

/** Where stewards say whom an edition is for. */
export const audienceRoutes = newRoutes()
  .get('/updates/:slug/audience', steward, async (c) => {
    const edition = await findForSteward(c)
    if (!mayEdit(edition)) return c.redirect(paths.sending(edition.slug), 303)
    const list = (await listLists(c.var.db, c.var.network.id)).find(({ id }) => id === edition.listId)
    return show(c, edition, { values: { list: list?.slug ?? '', segment: edition.segmentId ?? '' }, errors: {} })
  })
  .post('/updates/:slug/audience', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values, form, typed } = await readForm(c, audienceForm)
    if (!values) return show(c, edition, form)
    const choosing = { networkId: c.var.network.id, slug: edition.slug, personId: c.var.person.id, ...values }
    const outcome = await chooseAudience(c.var.db, choosing, c.var.now)
    if ('chosen' in outcome) return c.redirect(paths.send(edition.slug), 303)
    switch (outcome.refused) {
      case 'gone':
        return notFound()
      case 'sent':
        return c.redirect(paths.sending(edition.slug), 303)
      case 'no-list':
        return show(c, edition, { values: typed, errors: { list: c.var.t('This is not in the list any more. Choose again.') } })
      case 'no-segment':
        return show(c, edition, { values: typed, errors: { segment: c.var.t('This is not in the list any more. Choose again.') } })
      case 'unfinished':
        return show(c, edition, {
          values: typed,
          errors: { segment: c.var.t('A rule of this segment lacks its choice. Finish it first.') },
        })
    }
  })

async function show(c: Asked, { slug, subject }: Edition, form: FormState) {
  const { db, network, language } = c.var
  const lists = (await listLists(db, network.id))
    .filter(({ closedAt }) => !closedAt)
    .map((list) => ({ value: list.slug, words: shownIn(list, language).name }))
  const segments = (await listSegments(db, network.id)).map(({ id, name }) => ({ value: id, words: name }))
  const props = { slug, subject: inLanguage(subject, language).text, form, lists, segments }
  return c.var.page(<AudiencePage {...props} />, Object.keys(form.errors).length > 0 ? 422 : 200)
}
