import { z } from 'zod'
import { newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { findThing, listChosen } from './choice.data.ts'
import { chooseSpeakers } from './speaker.actions.ts'
import { listSpeakers } from './speaker.data.ts'
import { chosenIn } from './speaker.form.ts'
import { wheres } from './speaker.rules.ts'
import { readerOf } from './speaker.routes.tsx'
import { ChoicePage } from './speaker-writing.pages.tsx'
import { paths } from './speakers.paths.ts'

const anyForm = z.record(z.string(), z.unknown())

/** Where stewards choose who speaks at an event or in a webinar of the archive. */
export const speakerChoiceRoutes = newRoutes()
  .get('/speakers/of/:where/:slug', steward, async (c) => {
    const { where, thing } = await asked(c)
    const [speakers, chosen] = await Promise.all([listSpeakers(c.var.db, readerOf(c)), listChosen(c.var.db, where, thing.id)])
    return c.var.page(<ChoicePage {...{ where, thing, speakers, chosen }} />)
  })
  .post('/speakers/of/:where/:slug', steward, async (c) => {
    const { where, thing } = await asked(c)
    const { values } = await readForm(c, anyForm)
    if (values) await chooseSpeakers(c.var.db, readerOf(c), { where, id: thing.id }, chosenIn(values))
    return c.redirect(where === 'events' ? paths.event(thing.slug) : paths.webinar(thing.slug), 303)
  })

async function asked(c: Asked) {
  const where = z.enum(wheres).safeParse(c.req.param('where')).data ?? notFound()
  const thing = (await findThing(c.var.db, readerOf(c), { where, slug: c.req.param('slug') ?? '' })) ?? notFound()
  return { where, thing }
}
