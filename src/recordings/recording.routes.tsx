import { answerFile } from '#platform/files'
import { anyone, languageInput, newRoutes, notFound, type Asked } from '#platform/http'
import type { Language } from '#platform/text'
import { findFiled, listRelated } from '#topics'
import { findWebinar, readerOf, WebinarPage, webinarPageTables, type Webinar } from '#webinars'
import { writeCaptions } from './captions.rules.ts'
import { shownTo } from './kept.rules.ts'
import { asked } from './media.routes.tsx'
import { Player } from './player.pages.tsx'
import { findMedia, listChapters, listCues, type Media } from './recording.data.ts'
import { paths } from './recordings.paths.ts'
import { findSlidePage, listSlidePages } from './slides.data.ts'
import { Slides } from './slides.pages.tsx'
import { textOfTranscript } from './transcript.file.ts'

const tables = [...webinarPageTables, 'recording', 'slide_deck', 'transcript', 'chapter', 'slide_page']

/** A webinar's page, and what is kept with it. What is a draft, or waits for its captions, is there for stewards alone. */
export const recordingRoutes = newRoutes()
  .get('/webinars/:slug', anyone, async (c) => {
    const { db, page } = c.var
    const webinar = (await findWebinar(db, readerOf(c), c.req.param('slug'))) ?? notFound()
    const media = shown(c, await findMedia(db, webinar.id))
    const language = languageRead(c, media)
    const where = { webinarId: webinar.id, language }
    const [pages, cues, chapters, filed, related] = await Promise.all([
      listSlidePages(db, webinar.id),
      listCues(db, where),
      listChapters(db, where),
      findFiled(db, readerOf(c), 'webinars', webinar.id),
      listRelated(c, webinar.id),
    ])
    const player = <Player {...{ slug: webinar.slug, media, language, cues, chapters, at: momentAsked(c) }} />
    const isPlain = new URL(c.req.url).search === ''
    const kept = keptOf(webinar, media)
    const slides = pages.length > 0 ? <Slides slug={webinar.slug} pages={pages} at={slideAsked(c, pages.length)} /> : null
    const view = <WebinarPage {...{ webinar, kept, player: media.recording || cues.length > 0 ? player : null, slides, filed, related }} />
    return page(view, isPlain ? { keep: { tables } } : 200)
  })
  .get('/webinars/:slug/recording', anyone, async (c) => {
    const { recording } = shown(c, await findMedia(c.var.db, (await asked(c)).id))
    const { file: id, ...kept } = recording ?? notFound()
    return answerFile(c, { id, ...kept })
  })
  .get('/webinars/:slug/slides', anyone, async (c) => {
    const { slides } = await findMedia(c.var.db, (await asked(c)).id)
    const { file: id, name, ...kept } = slides ?? notFound()
    return answerFile(c, { id, ...kept, ...(kept.mediaType === 'application/pdf' ? {} : { saveAs: name }) })
  })
  .get('/webinars/:slug/slides/:page', anyone, async (c) => {
    const page = /^[1-9]\d{0,3}$/.test(c.req.param('page')) ? Number(c.req.param('page')) : notFound()
    const { file: id, bytes } = (await findSlidePage(c.var.db, (await asked(c)).id, page)) ?? notFound()
    return answerFile(c, { id, bytes, mediaType: 'image/webp' })
  })
  .get('/webinars/:slug/captions/:file', anyone, async (c) => {
    const language = languageInput.safeParse(/^(\w+)\.vtt$/.exec(c.req.param('file'))?.[1]).data ?? notFound()
    const cues = await listCues(c.var.db, { webinarId: (await asked(c)).id, language })
    if (cues.length === 0) notFound()
    return c.body(writeCaptions(cues), 200, { 'content-type': 'text/vtt; charset=utf-8', 'cache-control': 'private, no-cache' })
  })
  .get('/webinars/:slug/transcript/:language', anyone, async (c) => {
    const webinar = await asked(c)
    const language = languageInput.safeParse(c.req.param('language')).data ?? notFound()
    const cues = await listCues(c.var.db, { webinarId: webinar.id, language })
    if (cues.length === 0) notFound()
    return c.body(textOfTranscript(webinar.title, cues), 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${webinar.slug}-${language}.txt"`,
    })
  })

/** A recording that nobody could follow without hearing it is not shown yet. */
function shown(c: Asked, media: Media): Media {
  const { recording, transcripts } = media
  const isShown = recording && (c.var.person?.isSteward || shownTo(transcripts.length, recording.captionsDue) === 'yes')
  return isShown ? media : { ...media, recording: null }
}

const keptOf = ({ slug }: Webinar, { recording, slides }: Media) => ({
  hasRecording: recording !== null,
  slides: slides && { href: paths.slides(slug), name: slides.name },
  mediaHref: paths.media(slug),
})

/** The reader's own language where there are words in it, else what there is. */
function languageRead(c: Asked, { transcripts }: Media): Language {
  const wished = languageInput.safeParse(c.req.query('words')).data ?? c.var.language
  return (transcripts.find(({ language }) => language === wished) ?? transcripts[0])?.language ?? wished
}

/** The slide that is asked for, or the first. */
function slideAsked(c: Asked, count: number): number {
  const asked = c.req.query('slide') ?? ''
  return /^\d{1,4}$/.test(asked) ? Math.min(count, Math.max(1, Number(asked))) : 1
}

const momentAsked = (c: Asked): number => (/^\d{1,6}$/.test(c.req.query('at') ?? '') ? Number(c.req.query('at')) * 1000 : 0)
