import { z } from 'zod'
import { placeOf } from '#people'
import { emailInput, newRoutes, readForm, requiredLineInput, signedIn } from '#platform/http'
import type { Words } from '#platform/text'
import { askToMove, move, type MoveOutcome } from './address.actions.ts'
import { AddressCodePage, AddressPage } from './address.pages.tsx'
import { forgetAsked, keepAsked, readAsked } from './asked.cookie.ts'
import { paths } from './sign-in.paths.ts'

const addressInput = z.object({ email: emailInput })
const codeInput = z.object({ email: emailInput, code: requiredLineInput(100) })

export const addressRoutes = newRoutes()
  .get(paths.address, signedIn, (c) => c.var.page(<AddressPage email={c.var.person.email} />))
  .post(paths.address, signedIn, async (c) => {
    const { db, person, now, t } = c.var
    const { values, form } = await readForm(c, addressInput)
    if (form) return c.var.page(<AddressPage email={person.email} form={form} />, 422)
    const refuse = (sentence: string, status: number) =>
      c.var.page(<AddressPage email={person.email} form={{ values, errors: { email: sentence } }} />, status)
    if (values.email === person.email) return refuse(t('This is your address already.'), 422)
    if ((await askToMove(db, placeOf(c), { person, ...values }, now)) === 'too-many')
      return refuse(t('You asked for many codes. Wait an hour, then try again.'), 429)
    keepAsked(c, { ...values, next: paths.addressCode })
    return c.redirect(paths.addressCode, 303)
  })
  .get(paths.addressCode, signedIn, (c) => {
    const { email } = readAsked(c)
    return email ? c.var.page(<AddressCodePage email={email} />) : c.redirect(paths.address, 303)
  })
  .post(paths.addressCode, signedIn, async (c) => {
    const { db, person, now } = c.var
    const { values, form } = await readForm(c, codeInput)
    if (form) return c.var.page(<AddressCodePage email={form.errors['email'] ? '' : (form.values['email'] ?? '')} form={form} />, 422)
    const outcome = await move(db, placeOf(c), { person, email: values.email, typed: values.code, clientAddress: c.var.clientAddress }, now)
    if (outcome !== 'moved')
      return c.var.page(<AddressCodePage email={values.email} form={{ values, errors: { code: complaint(c.var.t, outcome) } }} />, 422)
    forgetAsked(c)
    return c.redirect('/me?done=address', 303)
  })

function complaint(t: Words, outcome: Exclude<MoveOutcome, 'moved'>): string {
  switch (outcome.refused) {
    case 'wrong-code':
      return t('This is not the code from the newest mail. You have {{count}} tries left.', { count: outcome.triesLeft })
    case 'code-ended':
      return t('This code does not work any more. Ask for a new one.')
    case 'taken':
      return t('Somebody here has this address already, perhaps you from before. Sign in with it, or leave there first.')
    case 'too-many-failures':
      return t('Many codes were tried from your network. Wait an hour, then try again.')
  }
}
