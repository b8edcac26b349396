import { z } from 'zod'
import {
  dayInput,
  fileInput,
  languageInput,
  newRoutes,
  notFound,
  readForm,
  receiveFirstFile,
  steward,
  textInput,
  type Asked,
} from '#platform/http'
import { decodedText, languages, oneLine, type Language } from '#platform/text'
import { findWebinar, readerOf, type Webinar } from '#webinars'
import { readChapters, writeChapters } from './chapters.rules.ts'
import { mostBytes } from './kept.rules.ts'
import { MediaPage, type Mend } from './media.pages.tsx'
import { promiseCaptions } from './promise.actions.ts'
import { dropKept } from './recording.actions.ts'
import { findMedia, listChapters } from './recording.data.ts'
import { captionsRefusals, uploadRefusals } from './recording.words.ts'
import { paths } from './recordings.paths.ts'
import type { Purpose } from './recordings.tables.ts'
import { nameChapters, takeCaptions } from './transcript.actions.ts'
import { KeptRemovalPage } from './transcript.pages.tsx'
import { takeWhole } from './upload.actions.ts'
import { shortName } from './upload.routes.ts'

const captionsForm = z.object({ captions: fileInput, language: languageInput })
const promiseForm = z.object({ due: dayInput })
const chaptersForm = z.object({ chapters: textInput(20_000) })

/** Where stewards keep recordings, captions, chapters and slides. */
export const mediaRoutes = newRoutes()
  .get('/webinars/:slug/media', steward, async (c) => show(c, await asked(c)))
  .post('/webinars/:slug/media/recording', steward, (c) => takeFile(c, 'recording', c.var.person.id))
  .post('/webinars/:slug/media/slides', steward, (c) => takeFile(c, 'slides', c.var.person.id))
  .post('/webinars/:slug/media/captions', steward, async (c) => {
    const webinar = await asked(c)
    const { values, form } = await readForm(c, captionsForm)
    if (!values) return show(c, webinar, { which: 'captions', form })
    const where = { webinarId: webinar.id, language: values.language }
    const taken = values.captions
      ? await takeCaptions(c.var.db, { where, personId: c.var.person.id }, decodedText(await values.captions.bytes()), c.var.now)
      : { refused: 'no-file' as const }
    if ('taken' in taken) return c.redirect(`${paths.media(webinar.slug)}#captions`, 303)
    const errors = { captions: captionsRefusals(c.var.t)[taken.refused] }
    return show(c, webinar, { which: 'captions', form: { values: { language: values.language }, errors } })
  })
  .post('/webinars/:slug/captions/promise', steward, async (c) => {
    const webinar = await asked(c)
    const { values, form } = await readForm(c, promiseForm)
    if (!values) return show(c, webinar, { which: 'promise', form })
    const promised = await promiseCaptions(c.var.db, { webinarId: webinar.id, due: values.due, zone: c.var.network.timeZone }, c.var.now)
    if (promised === 'promised') return c.redirect(paths.media(webinar.slug), 303)
    const errors = { due: c.var.t('Choose a day from tomorrow on, at most 90 days ahead.') }
    return show(c, webinar, { which: 'promise', form: { values: { due: values.due.toString() }, errors } })
  })
  .post('/webinars/:slug/chapters/:language', steward, async (c) => {
    const webinar = await asked(c)
    const language = languageInput.safeParse(c.req.param('language')).data ?? notFound()
    const { values, form } = await readForm(c, chaptersForm)
    if (!values) return show(c, webinar, { which: 'chapters', form })
    const read = readChapters(values.chapters)
    if ('chapters' in read) {
      await nameChapters(c.var.db, { webinarId: webinar.id, language }, read.chapters)
      return c.redirect(`${paths.media(webinar.slug)}#chapters`, 303)
    }
    const errors = {
      chapters: c.var.t('We cannot read the line “{{line}}”. Begin it with a moment such as 12:30, then a title.', {
        line: oneLine(read.unread).slice(0, 80),
      }),
    }
    return show(c, webinar, { which: 'chapters', form: { values: { chapters: values.chapters }, errors } })
  })
  .get('/webinars/:slug/recording/removal', steward, async (c) => {
    const { slug, title } = await asked(c)
    return c.var.page(<KeptRemovalPage title={title} action={paths.recordingRemoval(slug)} />)
  })
  .post('/webinars/:slug/recording/removal', steward, (c) => drop(c, 'recording'))
  .get('/webinars/:slug/slides/removal', steward, async (c) => {
    const { slug, title } = await asked(c)
    return c.var.page(<KeptRemovalPage title={title} action={paths.slidesRemoval(slug)} />)
  })
  .post('/webinars/:slug/slides/removal', steward, (c) => drop(c, 'slides'))

export const asked = async (c: Asked): Promise<Webinar> =>
  (await findWebinar(c.var.db, readerOf(c), c.req.param('slug') ?? '')) ?? notFound()

async function show(c: Asked, webinar: Webinar, mend?: Mend) {
  const media = await findMedia(c.var.db, webinar.id)
  const written = await Promise.all(
    languages.map(
      async (language) => [language, writeChapters(await listChapters(c.var.db, { webinarId: webinar.id, language }))] as const,
    ),
  )
  const chapters = Object.fromEntries(written) as Record<Language, string>
  return c.var.page(<MediaPage {...{ webinar, media, chapters, mend }} />, mend ? 422 : 200)
}

/** Without script the file comes in one go. */
async function takeFile(c: Asked, purpose: Purpose, personId: string) {
  const { db, config, now, network, t } = c.var
  const webinar = await asked(c)
  const by = { dataDir: config.dataDir, personId }
  const upload = { webinarId: webinar.id, slug: webinar.slug, networkId: network.id, purpose }
  const sent = await receiveFirstFile(c, mostBytes[purpose], ({ name, source }) =>
    takeWhole(db, by, { ...upload, name: shortName(name), source }, now),
  )
  if (sent && 'kept' in sent) return c.redirect(paths.media(webinar.slug), 303)
  const refused = sent && 'refused' in sent && sent.refused !== 'elsewhere' ? sent.refused : 'empty'
  return show(c, webinar, { which: purpose, form: { values: {}, errors: { [purpose]: uploadRefusals(t)[refused] } } })
}

async function drop(c: Asked, purpose: Purpose) {
  const webinar = await asked(c)
  await dropKept(c.var.db, c.var.config.dataDir, webinar.id, purpose)
  return c.redirect(paths.media(webinar.slug), 303)
}
