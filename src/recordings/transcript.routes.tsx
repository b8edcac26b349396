import { z } from 'zod'
import { languageInput, newRoutes, notFound, pageAsked, pagesFor, readForm, steward, type Asked } from '#platform/http'
import type { Language } from '#platform/text'
import type { Webinar } from '#webinars'
import { asked } from './media.routes.tsx'
import { findMedia, listCues } from './recording.data.ts'
import { paths } from './recordings.paths.ts'
import { correctTranscript, dropTranscript } from './transcript.actions.ts'
import { countCues, type Correction } from './transcript.data.ts'
import { TranscriptEditPage, TranscriptRemovalPage } from './transcript.pages.tsx'

const pageSize = 60

/** Where stewards mend what was said. */
export const transcriptRoutes = newRoutes()
  .get('/webinars/:slug/transcript/:language/edit', steward, async (c) => show(c, await asked(c), languageOf(c)))
  .post('/webinars/:slug/transcript/:language/edit', steward, async (c) => {
    const webinar = await asked(c)
    const language = languageOf(c)
    const { values } = await readForm(c, correctionsForm)
    const where = { webinarId: webinar.id, language }
    const change = { where, personId: c.var.person.id, seen: values?.seen ?? '' }
    const outcome = await correctTranscript(c.var.db, change, correctionsIn(values ?? {}), c.var.now)
    if (outcome === 'gone') return notFound()
    if (outcome === 'corrected') return c.redirect(paths.transcriptEdit(webinar.slug, language, pageAsked(c)), 303)
    return show(c, webinar, language, correctionsIn(values ?? {}))
  })
  .get('/webinars/:slug/transcript/:language/removal', steward, async (c) =>
    c.var.page(<TranscriptRemovalPage webinar={await asked(c)} language={languageOf(c)} />),
  )
  .post('/webinars/:slug/transcript/:language/removal', steward, async (c) => {
    const { id, slug } = await asked(c)
    await dropTranscript(c.var.db, { webinarId: id, language: languageOf(c) })
    return c.redirect(paths.media(slug), 303)
  })

const languageOf = (c: Asked): Language => languageInput.safeParse(c.req.param('language')).data ?? notFound()

const correctionsForm = z.looseObject({ seen: z.string().max(60).default('') })

/** Fields are named by the place of their sentence. */
function correctionsIn(values: Record<string, unknown>): Correction[] {
  return Object.entries(values).flatMap(([name, words]) => {
    const place = /^said-(\d{1,6})$/.exec(name)?.[1]
    return place !== undefined && typeof words === 'string'
      ? [
          {
            place: Number(place),
            words: words
              .replaceAll(/[\s\0]+/g, ' ')
              .trim()
              .slice(0, 2000),
          },
        ]
      : []
  })
}

async function show(c: Asked, webinar: Webinar, language: Language, typed: Correction[] = []) {
  const where = { webinarId: webinar.id, language }
  const page = pageAsked(c)
  const { transcripts } = await findMedia(c.var.db, webinar.id)
  const transcript = transcripts.find((one) => one.language === language) ?? notFound()
  const cues = await listCues(c.var.db, where, { limit: pageSize, offset: (page - 1) * pageSize })
  const pages = pagesFor(await countCues(c.var.db, where), pageSize)
  const isOvertaken = typed.length > 0
  const shown = cues.map((cue) => ({ ...cue, words: typed.find(({ place }) => place === cue.place)?.words ?? cue.words }))
  const seen = transcript.editedAt.toString()
  return c.var.page(<TranscriptEditPage {...{ webinar, language, cues: shown, seen, page, pages, isOvertaken }} />, isOvertaken ? 409 : 200)
}
