import { anyone, newRoutes, notFound } from '#platform/http'
import { readSavedFile } from './store.ts'

/** Pictures of the community. A name is made of its content, so a browser may keep what it got for ever. */
export const filesRoutes = newRoutes().get('/files/:name', anyone, async (c) => {
  const file = (await readSavedFile(c.var.config.dataDir, c.req.param('name'))) ?? notFound()
  return c.body(file.bytes, 200, {
    'content-type': file.mediaType,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  })
})
