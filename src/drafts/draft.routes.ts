import { z } from 'zod'
import { checkboxInput, languageInput, newRoutes, notFound, readForm, steward } from '#platform/http'
import { wordIn } from '#letters'
import { findForSteward, editionPaths as paths } from '#editions'
import { draftFields, keepDraft, noteWriter } from './draft.actions.ts'
import { findLastHand, removeDraft } from './draft.data.ts'

const keeping = z.looseObject({ language: languageInput, insists: checkboxInput })
const presence = z.object({ language: languageInput, leaving: checkboxInput })

/** What the writing page does by itself: it keeps what is typed, and tells who else writes. */
export const draftRoutes = newRoutes()
  .post('/updates/:slug/draft', steward, async (c) => {
    const { network, person, db, now } = c.var
    const { values } = await readForm(c, keeping)
    if (!values) return c.json({ refused: 'gone' }, 422)
    const { language, insists } = values
    const what = { networkId: network.id, slug: c.req.param('slug'), personId: person.id, language, insists }
    const kept = await keepDraft(db, { ...what, seen: wordIn(values, 'seen'), fields: draftFields(values) }, now)
    if ('keptAt' in kept) return c.json({ keptAt: kept.keptAt.toString() })
    return kept.refused === 'gone' ? notFound() : c.json(kept, 409)
  })
  .post('/updates/:slug/draft/removal', steward, async (c) => {
    const { id, slug } = await findForSteward(c)
    const { values } = await readForm(c, z.object({ language: languageInput }))
    const language = values?.language ?? c.var.language
    await removeDraft(c.var.db, { editionId: id, personId: c.var.person.id, language })
    return c.redirect(paths.edit(slug, language), 303)
  })
  .post('/updates/:slug/writers', steward, async (c) => {
    const { network, person, db, now } = c.var
    const { values } = await readForm(c, presence)
    if (!values) return c.json({ refused: 'gone' }, 422)
    const who = { networkId: network.id, slug: c.req.param('slug'), personId: person.id }
    const noted = await noteWriter(db, { ...who, language: values.language, isLeaving: values.leaving }, now)
    if ('refused' in noted) return notFound()
    const { changedAt, changedBy } = noted.edition
    const savedBy = changedBy === person.id ? null : await findLastHand(db, changedBy)
    return c.json({ others: noted.others, seen: changedAt.toString(), savedBy })
  })
