import { z } from 'zod'
import { transaction } from '#database'
import { idInput, newRoutes, notFound, owner, type Asked } from '#platform/http'
import { mailStates, readMail, sendAgain, type BulkKinds, type ReadMail } from '#platform/mail'
import { adviceOn, weatherOf } from './advice.actions.ts'
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
export const outboxRoutes = (kinds: BulkKinds) =>
  newRoutes()
    .get('/outbox', owner, async (c) => c.var.page(<OutboxPage {...await listed(c)} timeZone={zoneOf(c)} />))
    .get('/outbox/:id', owner, async (c) => {
      const mail = await read(c, kinds)
      const advice = adviceOn(mail, await weatherOf(c.var.db, c.var.config))
      return c.var.page(<MailPage mail={mail} advice={advice} timeZone={zoneOf(c)} />)
    })
    .get('/outbox/:id/html', owner, async (c) => {
      const { message } = await read(c, kinds)
      const shown = message.html.replace(/<head\b[^>]*>/, '$&<base target="_blank">').replace('<body', '<body data-mail')
      return c.html(shown, 200, { 'content-security-policy': mailPolicy, 'cache-control': 'no-store' })
    })
    .get('/outbox/:id/files/:place', owner, async (c) => {
      const { message } = await read(c, kinds)
      const file = message.files[Number(c.req.param('place'))] ?? notFound()
      const headers = {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'cache-control': 'no-store',
      }
      return c.body(new Uint8Array(file.content), 200, headers)
    })
    .post('/outbox/:id/retry', owner, async (c) => {
      const { id } = await read(c, kinds)
      await transaction(c.var.db, (tx) => sendAgain(tx, id, c.var.now))
      return c.redirect(paths.mail(id), 303)
    })

const zoneOf = ({ var: { person, network } }: Asked) => person?.timeZone ?? network.timeZone

async function listed(c: Asked) {
  const { db, network, config } = c.var
  const search = searchInput.parse(c.req.query())
  const found = await listMails(db, network.id, { ...search, limit: onePage + 1 })
  const mails = found.slice(0, onePage)
  const nextBefore = found.length > onePage ? (mails.at(-1)?.id ?? null) : null
  const weather = await weatherOf(db, config)
  return { ...weather, mails: mails.map((mail) => ({ ...mail, advice: adviceOn(mail, weather) })), search, nextBefore }
}

async function read(c: Asked, kinds: BulkKinds): Promise<ReadMail> {
  const { db, config, network } = c.var
  const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
  return (await readMail({ db, config, kinds, networkId: network.id }, id)) ?? notFound()
}
