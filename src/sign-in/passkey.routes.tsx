import { z } from 'zod'
import { placeOf } from '#people'
import { emptyForm, type FormState } from '#platform/html'
import {
  anyone,
  idInput,
  lineInput,
  newRoutes,
  notFound,
  readForm,
  requiredLineInput,
  signedIn,
  type Asked,
  type Visitor,
} from '#platform/http'
import { pathAfter } from './asked.cookie.ts'
import { deviceOf } from './device.rules.ts'
import { addPasskey, optionsToAdd, optionsToSignIn, signInByPasskey } from './passkey.actions.ts'
import { listPasskeys, removePasskey, savePasskeyName } from './passkey.data.ts'
import { PasskeysPage, type PasskeysPageProps } from './passkey.pages.tsx'
import { mayUsePasskeys } from './passkey.rules.ts'
import { beginSessionHere } from './session.actions.ts'
import { SignInPage } from './sign-in.pages.tsx'
import { paths } from './sign-in.paths.ts'

const answer = z.string().max(200_000).catch('')
const useInput = z.object({ answer, next: lineInput(2000).catch('') })
const addInput = z.object({ answer, name: requiredLineInput(80) })
const dones = ['added', 'named', 'removed'] as const

export const passkeyRoutes = newRoutes()
  .post(paths.signInPasskeyOptions, anyone, (c) => c.json(optionsToSignIn(placeOf(c), c.var.now)))
  .post(paths.signInPasskey, anyone, async (c) => {
    const { values } = await readForm(c, useInput)
    const next = pathAfter(values?.next)
    const outcome = await signInByPasskey(c.var.db, placeOf(c), values?.answer ?? '', c.var.now)
    if ('refused' in outcome)
      return c.var.page(<SignInPage next={next} passkeys={mayUsePasskeys(c.var.config.baseUrl)} problem={outcome.refused} />, 422)
    await beginSessionHere(c, outcome.personId)
    return c.redirect(next, 303)
  })
  .get(paths.passkeys, signedIn, async (c) => {
    const done = dones.find((word) => word === c.req.query('done'))
    return c.var.page(<PasskeysPage {...await shown(c, c.var.person)} done={done} />)
  })
  .post(paths.passkeyOptions, signedIn, async (c) => c.json(await optionsToAdd(c.var.db, placeOf(c), c.var.person, c.var.now)))
  .post(paths.passkeys, signedIn, async (c) => {
    const { person, db, now } = c.var
    const { values, form } = await readForm(c, addInput)
    if (form) return c.var.page(<PasskeysPage {...await shown(c, person, form)} />, 422)
    const outcome = await addPasskey(db, placeOf(c), { person, ...values }, now)
    if (outcome === 'added') return c.redirect(`${paths.passkeys}?done=added`, 303)
    return c.var.page(<PasskeysPage {...await shown(c, person)} problem={outcome.refused} />, 422)
  })
  .post('/me/passkeys/:id/name', signedIn, async (c) => {
    const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
    const { values, form } = await readForm(c, z.object({ [`name-${id}`]: requiredLineInput(80) }))
    if (form) return c.var.page(<PasskeysPage {...await shown(c, c.var.person, form)} />, 422)
    const { numUpdatedRows } = await savePasskeyName(c.var.db, c.var.person.id, id, values[`name-${id}`] ?? '')
    return numUpdatedRows > 0 ? c.redirect(`${paths.passkeys}?done=named`, 303) : notFound()
  })
  .post('/me/passkeys/:id/removal', signedIn, async (c) => {
    const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
    const { numDeletedRows } = await removePasskey(c.var.db, c.var.person.id, id)
    return numDeletedRows > 0 ? c.redirect(`${paths.passkeys}?done=removed`, 303) : notFound()
  })

async function shown(c: Asked, person: Visitor, form: FormState = emptyForm): Promise<PasskeysPageProps> {
  const { db, network, config, t } = c.var
  const { browser, system } = deviceOf(c.req.header('user-agent') ?? '')
  return {
    passkeys: await listPasskeys(db, person.id),
    timeZone: person.timeZone ?? network.timeZone,
    mayAdd: mayUsePasskeys(config.baseUrl),
    suggestion: browser && system ? t('{{browser}} on {{system}}', { browser, system }) : t('My device'),
    form,
  }
}
