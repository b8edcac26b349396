import { z } from 'zod'
import { findHold, findPlace, keepQuiet, releaseMail } from '#platform/delivery'
import { newRoutes, owner, readForm, steward, type Asked } from '#platform/http'
import { HeldMailPage } from './held-mail.pages.tsx'
import { paths } from './outbox.paths.ts'

const releaseForm = z.object({ waiting: z.enum(['send', 'stop']).catch('send') })

/** Where it says why mail is held; the owner decides. */
export const heldMailRoutes = newRoutes()
  .get('/admin/held-mail', steward, async (c) =>
    c.var.page(<HeldMailPage hold={await holdHere(c)} mayDecide={c.var.person.isOwner} isRefused={c.req.query('refused') !== undefined} />),
  )
  .post('/admin/held-mail/release', owner, async (c) => {
    const { values } = await readForm(c, releaseForm)
    const release = { place: await placeHere(c), by: c.var.person.id, waiting: values?.waiting ?? 'send' }
    if (await holdHere(c)) await releaseMail(c.var.db, release, c.var.now)
    return c.redirect(paths.heldMail, 303)
  })
  .post('/admin/held-mail/quiet', owner, async (c) => {
    const outcome = (await holdHere(c)) ? await keepQuiet(c.var.db, await placeHere(c), c.var.person.id, c.var.now) : 'quiet'
    return c.redirect(outcome === 'quiet' ? paths.heldMail : `${paths.heldMail}?refused`, 303)
  })

const placeHere = ({ var: { db, config } }: Asked) => findPlace(db, config)

const holdHere = (c: Asked) => findHold(c.var.db, () => placeHere(c))
