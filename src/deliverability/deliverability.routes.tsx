import { z } from 'zod'
import { transaction } from '#database'
import { emptyForm, type FormState } from '#platform/html'
import { emailInput, newRoutes, owner, readForm, textInput, type Asked, type Visitor } from '#platform/http'
import { queueMail } from '#platform/mail'
import { say } from '#platform/text'
import { checkDeliverability, type Probes } from './check.actions.ts'
import { findCheck } from './check.data.ts'
import { DeliverabilityPage } from './deliverability.pages.tsx'
import { paths } from './deliverability.paths.ts'
import { readReceived, type Received } from './received.rules.ts'
import { deliverabilityMail } from './test.mails.tsx'

/** What receivers ask about our domain, for the owner. Opening the page asks nobody; its button does. */
export const deliverabilityRoutes = (probes: Probes) =>
  newRoutes()
    .get('/admin/deliverability', owner, (c) => show(c, c.var.person, emptyForm))
    .post('/admin/deliverability/check', owner, async (c) => {
      const { db, network, config, now } = c.var
      await checkDeliverability(db, { network, config, probes }, now)
      return c.redirect(paths.deliverability, 303)
    })
    .post('/admin/deliverability/test', owner, async (c) => {
      const { db, network, language, person, now } = c.var
      const own = [person.email, network.contactEmail]
      const { values, form } = await readForm(c, testForm(own))
      if (!values) return show(c, person, form)
      const to = { id: values.to === person.email ? person.id : null, email: values.to }
      await transaction(db, (tx) =>
        queueMail(tx, deliverabilityMail({ networkId: network.id, to, language, community: network.name }), now),
      )
      return c.redirect(`${paths.deliverability}?done=test`, 303)
    })
    // What is pasted is read and not kept, so the answer is the page itself.
    .post('/admin/deliverability/received', owner, async (c) => {
      const { values, form } = await readForm(c, receivedForm)
      return values ? show(c, c.var.person, emptyForm, values.source) : show(c, c.var.person, form)
    })

/** Nobody else is written to from here. */
const testForm = (own: string[]) =>
  z.object({
    to: emailInput.refine((to) => own.includes(to), {
      error: say('Use the address you sign in with, or the community’s contact address.'),
    }),
  })

const receivedForm = z.object({
  source: textInput(200_000).transform((source, issue) => {
    const received = readReceived(source)
    if (received) return received
    issue.addIssue(say('There is no line “Authentication-Results” in this. Copy all of “show original” or “message source”.'))
    return z.NEVER
  }),
})

async function show(c: Asked, person: Visitor, form: FormState, received: Received | null = null) {
  const { db, network, config } = c.var
  const shown = { values: { to: person.email, ...form.values }, errors: form.errors }
  return c.var.page(
    <DeliverabilityPage
      check={await findCheck(db, network.id)}
      mailFrom={config.mailFrom}
      form={shown}
      isSent={c.req.query('done') === 'test'}
      received={received}
    />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  )
}
