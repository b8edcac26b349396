import { bodyStream, idInput, newRoutes, notFound, steward, type Asked } from '#platform/http'
import { oneLine } from '#platform/text'
import { findWebinar, readerOf } from '#webinars'
import { mostBytes } from './kept.rules.ts'
import { uploadRefusals } from './recording.words.ts'
import { paths } from './recordings.paths.ts'
import type { Purpose } from './recordings.tables.ts'
import { beginUpload, takePiece, uploadedSoFar, type Sent, type UploadRefusal } from './upload.actions.ts'
import { findUpload } from './upload.data.ts'

/**
 * Files that come piece by piece, in the manner of draft-ietf-httpbis-resumable-upload: a place is made, asked how far it has come, and
 * given the next piece, until all is there.
 */
export const uploadRoutes = newRoutes()
  .post('/webinars/:slug/uploads', steward, async (c) => {
    const webinar = (await findWebinar(c.var.db, readerOf(c), c.req.param('slug'))) ?? notFound()
    const purpose: Purpose = c.req.header('upload-purpose') === 'slides' ? 'slides' : 'recording'
    const upload = {
      webinarId: webinar.id,
      personId: c.var.person.id,
      purpose,
      name: nameIn(c),
      bytes: Number(c.req.header('upload-length') ?? 0),
    }
    if (!Number.isSafeInteger(upload.bytes)) return refuse(c, 'empty')
    const begun = await beginUpload(c.var.db, c.var.config.dataDir, upload, c.var.now)
    return 'refused' in begun ? refuse(c, begun.refused) : c.body(null, 201, { location: paths.upload(begun.id), 'upload-offset': '0' })
  })
  .get('/uploads/:id', steward, async (c) => {
    const { id, bytes } = await mine(c, c.var.person.id)
    const offset = (await uploadedSoFar(c.var.config.dataDir, { id })) ?? notFound()
    return c.body(null, 204, { 'upload-offset': String(offset), 'upload-length': String(bytes), 'cache-control': 'no-store' })
  })
  .patch('/uploads/:id', steward, async (c) => {
    const upload = await mine(c, c.var.person.id)
    const [offset, length] = [Number(c.req.header('upload-offset')), Number(c.req.header('content-length') ?? Number.NaN)]
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length)) return c.text('Say Upload-Offset and Content-Length.', 400)
    const by = { dataDir: c.var.config.dataDir, personId: c.var.person.id }
    const sent = await takePiece(c.var.db, by, { upload, offset, length, source: bodyStream(c) }, c.var.now)
    return answer(c, sent, upload)
  })

/** What is somebody else's is not there. */
async function mine(c: Asked, personId: string) {
  const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
  return (await findUpload(c.var.db, { id, personId })) ?? notFound()
}

async function answer(c: Asked, sent: Sent, { id, slug }: { id: string; slug: string }) {
  if ('kept' in sent) return c.body(null, 200, { 'upload-complete': '?1', location: paths.media(slug) })
  if ('offset' in sent) return c.body(null, 204, { 'upload-offset': String(sent.offset), 'upload-complete': '?0' })
  if (sent.refused !== 'elsewhere') return refuse(c, sent.refused)
  const offset = (await uploadedSoFar(c.var.config.dataDir, { id })) ?? notFound()
  return c.body(null, 409, { 'upload-offset': String(offset), 'upload-complete': '?0' })
}

const statuses = { empty: 400, 'too-large': 413, 'disk-full': 507, 'not-suitable': 415 } as const

const refuse = (c: Asked, refused: UploadRefusal) => c.text(uploadRefusals(c.var.t)[refused], statuses[refused])

/** The name the file had (RFC 6266, 4.3); it is shown and never used as a path. */
function nameIn(c: Asked): string {
  const encoded = /filename\*=UTF-8''([^;\s]{1,600})/i.exec(c.req.header('content-disposition') ?? '')?.[1] ?? ''
  try {
    return shortName(decodeURIComponent(encoded))
  } catch {
    return 'file'
  }
}

export const shortName = (name: string) => oneLine(name.split(/[\\/]/).at(-1) ?? '').slice(0, 200) || 'file'

/** The largest piece and the largest form, by the path they come to. */
export const recordingUploads = {
  '/uploads/:id': mostBytes.recording,
  '/webinars/:slug/media/recording': mostBytes.recording,
  '/webinars/:slug/media/slides': mostBytes.slides + 1024 * 1024,
}
