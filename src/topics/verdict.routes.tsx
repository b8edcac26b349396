import { z } from 'zod'
import { emptyForm, honeypotName } from '#platform/html'
import { anyone, idInput, mayTry, networkOf, newRoutes, notFound, readForm, steward, textInput, type Asked } from '#platform/http'
import { say } from '#platform/text'
import { paths } from './topics.paths.ts'
import { findJudged, listJudged, listSuggestions, saveVerdict, settleSuggestion } from './verdict.data.ts'
import { SuggestionPage, VerdictsPage } from './verdict.pages.tsx'
import { judgedKinds } from './verdict.rules.ts'

const verdictForm = z.object({ helped: z.enum(['yes', 'no']) })
const suggestionForm = z.object({
  words: textInput(2000).refine((words) => words !== '', { error: say('Write a few words first.') }),
  [honeypotName]: z.string().default(''),
})

/** One word of each page from one place a day; so many suggestions. What is more is thanked for and not counted. */
const once = { name: 'verdict', tries: 1, window: Temporal.Duration.from({ hours: 24 }) }
const few = { name: 'suggestion', tries: 10, window: Temporal.Duration.from({ hours: 24 }) }

/** Where readers say whether a tip or a step helped, and stewards read what they said. */
export const verdictRoutes = newRoutes()
  .post('/helped/:kind/:slug', anyone, async (c) => {
    const { kind, slug, id } = await judgedAsked(c)
    const { values } = await readForm(c, verdictForm)
    const { db, network, now } = c.var
    if (values && (await mayTry(db, once, `${networkOf(c.var.clientAddress)} ${id}`, now)))
      await saveVerdict(db, { networkId: network.id, kind, id, helped: values.helped === 'yes', words: '', givenAt: now })
    return c.redirect(paths.suggestion({ kind, slug }), 303)
  })
  .get('/helped/:kind/:slug/suggestion', anyone, async (c) =>
    c.var.page(<SuggestionPage {...await judgedAsked(c)} form={emptyForm} done={c.req.query('done') === 'yes'} />),
  )
  .post('/helped/:kind/:slug/suggestion', anyone, async (c) => {
    const judged = await judgedAsked(c)
    const { values, form } = await readForm(c, suggestionForm)
    if (!values) return c.var.page(<SuggestionPage {...judged} form={form} />, 422)
    const { db, network, now } = c.var
    const isPerson = values[honeypotName] === ''
    if (isPerson && (await mayTry(db, few, networkOf(c.var.clientAddress), now)))
      await saveVerdict(db, { networkId: network.id, kind: judged.kind, id: judged.id, helped: null, words: values.words, givenAt: now })
    return c.redirect(`${paths.suggestion(judged)}?done=yes`, 303)
  })
  .get('/admin/helped', steward, async (c) => {
    const { db, network, language, now } = c.var
    const [judged, suggestions] = await Promise.all([listJudged(db, { networkId: network.id, language }), listSuggestions(db, network.id)])
    return c.var.page(<VerdictsPage {...{ judged, suggestions, now }} />)
  })
  .post('/admin/helped/:id/settlement', steward, async (c) => {
    const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
    await settleSuggestion(c.var.db, c.var.network.id, id, c.var.now)
    return c.redirect(paths.verdicts, 303)
  })

async function judgedAsked(c: Asked) {
  const kind = z.enum(judgedKinds).safeParse(c.req.param('kind')).data ?? notFound()
  const slug = c.req.param('slug') ?? ''
  const { db, network, language } = c.var
  return { kind, slug, ...((await findJudged(db, { networkId: network.id, language }, kind, slug)) ?? notFound()) }
}
