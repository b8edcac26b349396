import { anyone, languageAsked, newRoutes, notFound } from '#platform/http'
import { sharePicture } from '#platform/files'
import { paletteFor } from '#platform/html'
import { fillGeneral } from '#letters'
import { findEdition } from './edition.data.ts'

/** The picture that messengers show of an edition. It is as public as the edition, and kept for an hour. */
export const shareRoutes = newRoutes().get('/updates/:slug/share.png', anyone, async (c) => {
  const { db, network } = c.var
  const edition = (await findEdition(db, network.id, c.req.param('slug'))) ?? notFound()
  if (!edition.publishedAt || !edition.letters) notFound()
  const language = languageAsked(c)
  const title = fillGeneral(edition.letters?.[language].subject ?? '', language)
  const picture = await sharePicture({ title, name: network.name, accent: paletteFor(network.accent).light.accent })
  return c.body(picture, 200, {
    'content-type': 'image/png',
    'cache-control': 'public, max-age=3600',
    'cross-origin-resource-policy': 'cross-origin',
  })
})
