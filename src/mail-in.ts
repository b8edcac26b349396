import { startMailIn as listen } from '#platform/mail-in'
import { findOtherMailRoute, mailRoutesFor } from './site-mail.ts'
import type { Running } from './web.ts'

/** Listens for mail where MAIL_IN_PORT is set; stopping lets conversations come to their end. */
export async function startMailIn({ config, db, log }: Running) {
  const { port, stop } = await listen({ config, db, log, routes: mailRoutesFor(config), findOther: findOtherMailRoute(config) })
  if (port !== null) log.info({ port }, 'listening for mail')
  return stop
}
