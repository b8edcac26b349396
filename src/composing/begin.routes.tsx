import { z } from 'zod'
import { emptyForm, type FormState } from '#platform/html'
import { languageAsked, languageInput, newRoutes, notFound, readForm, requiredLineInput, steward, type Asked } from '#platform/http'
import { listLists, shownIn } from '#mailing'
import type { Language } from '#platform/text'
import { inLanguage } from '#letters'
import { listPublished, editionPaths as paths } from '#editions'
import { beginEdition, firstBlocks } from './begin.actions.ts'
import { NewEditionPage, type NewEditionPageProps } from './begin.pages.tsx'
import { copyEdition } from './copy.actions.ts'
import { putInNext } from './next.actions.ts'
import { whatIsNew } from './news.actions.ts'
import { fieldOf, type NewsSource } from './news.rules.ts'

const beginning = z.looseObject({ subject: requiredLineInput(200), language: languageInput, list: z.string().optional() })

const newsForm = z.object({ news: requiredLineInput(200) })

/** Where stewards begin an edition, from what is new or from the last one. */
export const beginRoutes = (sources: NewsSource[]) =>
  newRoutes()
    .get('/updates/new', steward, async (c) => {
      const shown = await around(c, sources, languageAsked(c))
      const chosen = shown.news.flatMap(({ items }) => items.map((item) => [fieldOf(item), 'yes']))
      const values = Object.fromEntries(chosen) as Record<string, string>
      return c.var.page(<NewEditionPage {...shown} form={{ ...emptyForm, values }} />)
    })
    .post('/updates', steward, async (c) => {
      const { values, form, typed } = await readForm(c, beginning)
      const language = values?.language ?? languageAsked(c)
      const shown = await around(c, sources, language)
      const again = (slips: FormState) => c.var.page(<NewEditionPage {...shown} form={slips} />, 422)
      if (!values) return again(form)
      if (values.list && !shown.lists.some(({ slug }) => slug === values.list))
        return again({ values: typed, errors: { list: c.var.t('This list has been closed meanwhile. Choose another.') } })
      const chosen = shown.news.flatMap(({ items }) => items.filter((item) => values[fieldOf(item)]))
      const who = { networkId: c.var.network.id, personId: c.var.person.id }
      const begun = { subject: values.subject, language, blocks: firstBlocks(chosen, language), list: values.list }
      return c.redirect(paths.edit(await beginEdition(c.var.db, who, begun, c.var.now), language), 303)
    })
    .post('/updates/new/blocks', steward, async (c) => {
      const { db, network, person, now } = c.var
      const { values } = await readForm(c, newsForm)
      const who = { networkId: network.id, personId: person.id, timeZone: network.timeZone }
      const asked = { sources, key: values?.news ?? '', language: languageAsked(c) }
      const slug = (await putInNext(db, who, asked, now)) ?? notFound()
      return c.redirect(paths.edit(slug, asked.language), 303)
    })
    .post('/updates/:slug/copy', steward, async (c) => {
      const { db, network, person, now } = c.var
      const who = { networkId: network.id, personId: person.id, timeZone: network.timeZone }
      const slug = (await copyEdition(db, who, c.req.param('slug'), now)) ?? notFound()
      return c.redirect(paths.edit(slug), 303)
    })

async function around(c: Asked, sources: NewsSource[], language: Language): Promise<Omit<NewEditionPageProps, 'form'>> {
  const { db, network, now } = c.var
  const [news, lists, [last]] = await Promise.all([
    whatIsNew(db, sources, { networkId: network.id, language }, now),
    listLists(db, network.id),
    listPublished(db, network.id, 1),
  ])
  const named = lists.map((list) => ({ slug: list.slug, name: shownIn(list, c.var.language).name }))
  return { news, lists: named, language, last: last && { slug: last.slug, subject: inLanguage(last.subject, c.var.language).text } }
}
