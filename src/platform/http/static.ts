import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { root } from '#root'
import type { Environment } from './environment.ts'

/** Built files are named by their content and may be kept for ever; fonts and the mark change with a release at most. */
export function serveFiles(site: Hono<Environment>) {
  const built = join(root, 'dist', 'browser')
  if (existsSync(built))
    site.use(
      '/assets/*',
      serve(built, 'public, max-age=31536000, immutable', (path) => path.replace(/^\/assets/, '')),
    )
  const fixed = serve(join(root, 'public'), 'public, max-age=604800')
  site.use('/fonts/*', fixed)
  site.use('/icon.svg', fixed)
}

const serve = (folder: string, caching: string, rewriteRequestPath = (path: string) => path) =>
  serveStatic<Environment>({
    root: folder,
    rewriteRequestPath,
    precompressed: true,
    onFound(_path, c) {
      c.header('cache-control', caching)
      c.header('x-content-type-options', 'nosniff')
    },
  })
