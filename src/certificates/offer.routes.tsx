import { z } from 'zod'
import { findForSteward, type Event } from '#events'
import { checkboxInput, lineInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import type { FormState } from '#platform/html'
import { say } from '#platform/text'
import { offerForAll } from './certificate.actions.ts'
import { findOffer, listCertificates, saveOffer, saveWithdrawal } from './certificate.data.ts'
import { WithdrawalPage } from './certificate.pages.tsx'
import { paths } from './certificates.paths.ts'
import { OfferPage } from './offer.pages.tsx'

const offerForm = z.object({
  isForAll: checkboxInput,
  hours: lineInput(10)
    .transform((typed) => typed.replace(',', '.'))
    .refine((typed) => typed === '' || (/^\d{1,2}(\.\d{1,2})?$/.test(typed) && Number(typed) > 0 && Number(typed) <= 40), {
      error: say('Enter the hours of credit as a number up to 40, such as 1.5, or leave it empty for no certificate.'),
    }),
})
const withdrawalForm = z.object({ reason: lineInput(500) })

/** Where stewards say whether an event gives a certificate, see who took one, and take one back. */
export const offerRoutes = newRoutes()
  .get('/events/:slug/certificates', steward, async (c) => {
    const event = await findForSteward(c)
    const offer = await findOffer(c.var.db, event.id)
    return show(c, event, {
      values: { hours: offer ? String(Number(offer.hours)) : '', isForAll: offer?.isForAll ? 'yes' : '' },
      errors: {},
    })
  })
  .post('/events/:slug/certificates', steward, async (c) => {
    const event = await findForSteward(c)
    const { values, form } = await readForm(c, offerForm)
    if (!values) return show(c, event, form, 422)
    const { isForAll, hours } = values
    if (event.rhythm && isForAll) await offerForAll(c.var.db, event.id, hours || null)
    else await saveOffer(c.var.db, event.id, hours || null)
    return c.redirect(paths.offer(event.slug), 303)
  })
  .get('/events/:slug/certificates/:code/withdrawal', steward, async (c) => c.var.page(<WithdrawalPage {...await held(c)} />))
  .post('/events/:slug/certificates/:code/withdrawal', steward, async (c) => {
    const { event, certificate } = await held(c)
    const { values } = await readForm(c, withdrawalForm)
    await saveWithdrawal(c.var.db, event.id, certificate.code, { withdrawnAt: c.var.now, withdrawnReason: values?.reason ?? '' })
    return c.redirect(paths.offer(event.slug), 303)
  })

const show = async (c: Asked, event: Event, form: FormState, status = 200) =>
  c.var.page(<OfferPage {...{ event, form, certificates: await listCertificates(c.var.db, event.id) }} />, status)

/** One that holds still. */
async function held(c: Asked) {
  const event = await findForSteward(c)
  const certificates = await listCertificates(c.var.db, event.id)
  const certificate = certificates.find(({ code, withdrawnAt }) => code === c.req.param('code') && !withdrawnAt) ?? notFound()
  return { event, certificate }
}
