import { z } from 'zod'
import { transaction } from '#database'
import { idInput, newRoutes, notFound, owner, type Asked } from '#platform/http'
import { findTrouble, mailStates, readMail, sendAgain, type BulkKinds, type ReadMail } from '#platform/mail'
import { MailPage } from './mail.pages.tsx'
import { listMails } from './outbox.data.ts'
import { OutboxPage } from './outbox.pages.tsx'
import { paths } from './outbox.paths.ts'

const onePage = 50
const searchInput = z.object({ state: z.enum(mailStates).nullable().catch(null), before: idInput.nullable().catch(null) })

/** A mail brings its own style and our pictures, runs nothing, and stands in a frame of ours alone. Its links open beside it. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

/** Every mail, and each as its reader gets it. `kinds` know how to make editions personal. */
export function outboxRoutes(kinds: BulkKinds) {
  const read = async (c: Asked): Promise<ReadMail> => {
    const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
    return (await readMail({ db: c.var.db, config: c.var.config, kinds, networkId: c.var.network.id }, id)) ?? notFound()
  }
  return newRoutes()
    .get('/outbox', owner, async (c) => {
      const { db, network, person, config } = c.var
      const search = searchInput.parse(c.req.query())
      const found = await listMails(db, network.id, { ...search, limit: onePage + 1 })
      const mails = found.slice(0, onePage)
      const nextBefore = found.length > onePage ? (mails.at(-1)?.id ?? null) : null
      const page = { mails, search, nextBefore, timeZone: person.timeZone ?? network.timeZone, hasServer: config.smtpUrl !== null, trouble: await findTrouble(db) }
      return c.var.page(<OutboxPage {...page} />)
    })
    .get('/outbox/:id', owner, async (c) => {
      const mail = await read(c)
      return c.var.page(<MailPage mail={mail} timeZone={c.var.person.timeZone ?? c.var.network.timeZone} />)
    })
    .get('/outbox/:id/html', owner, async (c) => {
      const { message } = await read(c)
      const shown = message.html.replace(/<head\b[^>]*>/, '$&<base target="_blank">').replace('<body', '<body data-mail')
      return c.html(shown, 200, { 'content-security-policy': mailPolicy, 'cache-control': 'no-store' })
    })
    .get('/outbox/:id/files/:place', owner, async (c) => {
      const { message } = await read(c)
      const file = message.files[Number(c.req.param('place'))] ?? notFound()
      const headers = { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'cache-control': 'no-store' }
      return c.body(new Uint8Array(file.content), 200, headers)
    })
    .post('/outbox/:id/retry', owner, async (c) => {
      const { id } = await read(c)
      await transaction(c.var.db, (tx) => sendAgain(tx, id, c.var.now))
      return c.redirect(paths.mail(id), 303)
    })
}
