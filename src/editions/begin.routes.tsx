import { z } from 'zod'
import { emptyForm, type FormState } from '#platform/html'
import { languageAsked, languageInput, newRoutes, readForm, requiredLineInput, steward, type Asked } from '#platform/http'
import { listLists, shownIn } from '#mailing'
import type { Language } from '#platform/text'
import { NewEditionPage } from './begin.pages.tsx'
import { beginEdition, proposedBlocks, whatIsNew } from './edition.actions.ts'
import { paths } from './editions.paths.ts'

const beginning = z.looseObject({
  subject: requiredLineInput(200),
  language: languageInput,
  list: z.string().optional(),
  tips: z.string().optional(),
  events: z.string().optional(),
})

/** Where stewards begin an edition, from what is new. */
export const beginRoutes = newRoutes()
  .get('/updates/new', steward, async (c) => {
    const language = languageAsked(c)
    const news = await newsFor(c, language)
    const chosen = ['tips', 'events', ...news.recordings.map(({ slug }) => `recording-${slug}`)].map((name) => [name, 'yes'])
    const values = Object.fromEntries(chosen) as Record<string, string>
    return c.var.page(<NewEditionPage form={{ ...emptyForm, values }} news={news} lists={await listsFor(c)} language={language} />)
  })
  .post('/updates', steward, async (c) => {
    const { values, form, typed } = await readForm(c, beginning)
    const language = values?.language ?? languageAsked(c)
    const [news, lists] = [await newsFor(c, language), await listsFor(c)]
    const again = (slips: FormState) => c.var.page(<NewEditionPage form={slips} news={news} lists={lists} language={language} />, 422)
    if (!values) return again(form)
    if (values.list && !lists.some(({ slug }) => slug === values.list))
      return again({ values: typed, errors: { list: c.var.t('This list has been closed meanwhile. Choose another.') } })
    const chosen = {
      events: values.events ? news.events.length : 0,
      tips: values.tips ? news.tips.length : 0,
      recordings: news.recordings.flatMap(({ slug }) => (values[`recording-${slug}`] ? [slug] : [])),
    }
    const who = { networkId: c.var.network.id, personId: c.var.person.id }
    const begun = { subject: values.subject, language, blocks: proposedBlocks(chosen, language), list: values.list }
    return c.redirect(paths.edit(await beginEdition(c.var.db, who, begun, c.var.now), language), 303)
  })

const listsFor = async (c: Asked) =>
  (await listLists(c.var.db, c.var.network.id)).map((list) => ({ slug: list.slug, name: shownIn(list, c.var.language).name }))

const newsFor = (c: Asked, language: Language) => whatIsNew(c.var.db, c.var.network.id, language, c.var.now)
