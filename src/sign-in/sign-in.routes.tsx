import { z } from 'zod'
import { placeOf } from '#people'
import { honeypotName } from '#platform/html'
import { anyone, emailInput, lineInput, newRoutes, readForm, requiredLineInput, type Asked } from '#platform/http'
import type { Words } from '#platform/text'
import { forgetAsked, keepAsked, pathAfter, readAsked } from './asked.cookie.ts'
import { findLinked } from './code.actions.ts'
import { mayUsePasskeys } from './passkey.rules.ts'
import { beginSessionHere, endSessionHere } from './session.actions.ts'
import { askToSignIn, signInByCode, signInByLink, type SignInOutcome } from './sign-in.actions.ts'
import { CodePage, EndedLinkPage, LinkPage, SignInPage } from './sign-in.pages.tsx'
import { paths } from './sign-in.paths.ts'

const askInput = z.object({ email: emailInput, next: lineInput(2000).catch(''), [honeypotName]: lineInput(2000).catch('robot') })
const codeInput = z.object({ email: emailInput, code: requiredLineInput(100) })

export const signInRoutes = newRoutes()
  .get(paths.signIn, anyone, (c) => {
    const next = pathAfter(c.req.query('next'))
    return c.var.person ? c.redirect(next, 303) : c.var.page(<SignInPage next={next} passkeys={mayUsePasskeys(c.var.config.baseUrl)} />)
  })
  .post(paths.signIn, anyone, async (c) => {
    const { values, form } = await readForm(c, askInput)
    if (form)
      return c.var.page(
        <SignInPage next={pathAfter(form.values['next'])} form={form} passkeys={mayUsePasskeys(c.var.config.baseUrl)} />,
        422,
      )
    const { email } = values
    const next = pathAfter(values.next)
    const { db, language, clientAddress, now } = c.var
    const answer = values[honeypotName]
      ? 'asked'
      : await askToSignIn(db, placeOf(c), { email, nextPath: next, language, clientAddress }, now)
    if (answer === 'too-many-from-here') return tooMany(c, email, next)
    keepAsked(c, { email, next })
    return c.redirect(paths.code, 303)
  })
  .get(paths.code, anyone, (c) => c.var.page(<CodePage {...readAsked(c)} />))
  .post(paths.code, anyone, async (c) => {
    const asked = readAsked(c)
    const { values, form } = await readForm(c, codeInput)
    if (form)
      return c.var.page(<CodePage email={form.errors['email'] ? '' : (form.values['email'] ?? '')} next={asked.next} form={form} />, 422)
    const { db, language, clientAddress, now } = c.var
    const outcome = await signInByCode(db, placeOf(c), { email: values.email, typed: values.code, language, clientAddress }, now)
    if ('refused' in outcome) {
      const errors = { code: complaint(c.var.t, outcome) }
      return c.var.page(<CodePage email={values.email} next={asked.next} form={{ values, errors }} />, 422)
    }
    await beginSessionHere(c, outcome.personId)
    forgetAsked(c)
    return c.redirect(outcome.nextPath, 303)
  })
  .post(paths.signOut, anyone, async (c) => {
    await endSessionHere(c)
    return c.redirect('/', 303)
  })

/** Come last: any other word below `/sign-in` is taken for a link's token. */
export const signInLinkRoutes = newRoutes()
  .get('/sign-in/:token', anyone, async (c) => {
    const token = c.req.param('token')
    const linked = await findLinked(c.var.db, c.var.network, token)
    if (!linked || linked.kind === 'address') return c.var.page(<EndedLinkPage />, 404)
    const isOpen = !linked.usedAt && Temporal.Instant.compare(linked.endsAt, c.var.now) > 0
    return isOpen
      ? c.var.page(<LinkPage token={token} email={linked.email} isOwners={linked.kind === 'owner'} />)
      : c.var.page(<EndedLinkPage />, 410)
  })
  .post('/sign-in/:token', anyone, async (c) => {
    const { db, language, now } = c.var
    const outcome = await signInByLink(db, placeOf(c), { token: c.req.param('token'), language }, now)
    if ('refused' in outcome) return c.var.page(<EndedLinkPage />, 410)
    await beginSessionHere(c, outcome.personId)
    forgetAsked(c)
    return c.redirect(outcome.nextPath, 303)
  })

function tooMany(c: Asked, email: string, next: string) {
  const errors = { email: c.var.t('Many codes were asked for from your network. Wait an hour, then try again.') }
  return c.var.page(<SignInPage next={next} form={{ values: { email }, errors }} passkeys={mayUsePasskeys(c.var.config.baseUrl)} />, 429)
}

function complaint(t: Words, outcome: Extract<SignInOutcome, { refused: string }>): string {
  switch (outcome.refused) {
    case 'wrong-code':
      return t('This is not the code from the newest mail. You have {{count}} tries left.', { count: outcome.triesLeft })
    case 'code-ended':
      return t('This code does not work any more. Let us mail you a new one.')
    case 'too-many-failures':
      return t('Many codes were tried from your network. Wait an hour, then try again.')
  }
}
