import { anyone, newRoutes, notFound } from '#platform/http'
import { follow } from './counted-link.actions.ts'

/** A link in a mail: leads on, and adds one to a total. It sets nothing about a person. */
export const linkRoutes = newRoutes().get('/l/:token', anyone, async (c) => {
  const { db, network, clientAddress, now } = c.var
  const purpose = [c.req.header('sec-purpose'), c.req.header('purpose'), c.req.header('x-moz')].join(' ')
  const followed = { token: c.req.param('token'), clientAddress, method: c.req.method, purpose }
  const address = (await follow(db, network, followed, now)) ?? notFound()
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  return c.redirect(address, 302)
})
