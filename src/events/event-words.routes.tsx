import { z } from 'zod'
import { languageAsked, lineInput, newRoutes, notFound, readForm, requiredLineInput, steward, textInput, type Asked } from '#platform/http'
import { transaction } from '#database'
import { EventWordsPage } from './event-controls.pages.tsx'
import type { Event } from './event.data.ts'
import { findForSteward } from './event-desk.routes.tsx'
import { listEventTexts, saveEventText } from './event-write.data.ts'
import { eventPaths } from './events.paths.ts'
import type { FormState } from '#platform/html'

const wordsForm = z.object({ title: requiredLineInput(200), summary: lineInput(400), body: textInput(20_000), act: lineInput(20) })

/** An event's words in the community's other language. */
export const eventWordsRoutes = newRoutes()
  .get('/events/:slug/words', steward, async (c) => {
    const event = await findForSteward(c)
    const text = (await listEventTexts(c.var.db, event.id)).find(({ language }) => language === languageAsked(c))
    const values = { title: text?.title ?? '', summary: text?.summary ?? '', body: text?.description ?? '' }
    return show(c, event, { form: { values, errors: {} } })
  })
  .post('/events/:slug/words', steward, async (c) => {
    const event = await findForSteward(c)
    const { values, form } = await readForm(c, wordsForm)
    if (!values) return show(c, event, { form, status: 422 })
    const { act, title, summary, body } = values
    if (act === 'preview') return show(c, event, { form: { values, errors: {} }, preview: true })
    const language = languageAsked(c)
    await transaction(c.var.db, (tx) => saveEventText(tx, { eventId: event.id, language, title, summary, description: body }))
    return c.redirect(eventPaths.event(event.slug), 303)
  })

async function show(c: Asked, event: Event, { form, preview, status = 200 }: { form: FormState; preview?: boolean; status?: number }) {
  const language = languageAsked(c)
  if (language === c.var.network.language) return notFound()
  const written = (await listEventTexts(c.var.db, event.id)).map((text) => text.language)
  const page = { slug: event.slug, title: event.title, language, written, first: c.var.network.language, seen: '' }
  return c.var.page(<EventWordsPage {...page} form={form} preview={preview} />, status)
}
