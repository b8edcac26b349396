import { z } from 'zod'
import { emptyForm, type FormState } from '#platform/html'
import { emailInput, idInput, newRoutes, notFound, readForm, requiredLineInput, steward, type Asked } from '#platform/http'
import { oneLine, say } from '#platform/text'
import { BlockedPage } from './blocking.pages.tsx'
import { listBlockings } from './returned.data.ts'
import { addSuppression, endSuppression } from './steward.actions.ts'
import { countSuppressed, findSuppression, listEarlier, listSuppressed } from './suppression.data.ts'
import { NewSuppressionPage, SuppressionPage } from './suppression.pages.tsx'
import { SuppressionsPage } from './suppressions.pages.tsx'
import { paths } from './suppressions.paths.ts'

const onePage = 50
const searchInput = z.object({
  q: z
    .string()
    .catch('')
    .transform((words) => oneLine(words).slice(0, 200)),
  reason: z.enum(['bounced', 'unreachable', 'complained', 'added']).nullable().catch(null),
  before: idInput.nullable().catch(null),
})
const becauseInput = requiredLineInput(500)
const newForm = z.object({ email: emailInput, because: becauseInput })
const endForm = z.object({ because: becauseInput })

export const suppressionRoutes = newRoutes()
  .get(paths.list, steward, async (c) => {
    const { db, network } = c.var
    const search = searchInput.parse(c.req.query())
    const found = await listSuppressed(db, network.id, { ...search, limit: onePage + 1 })
    const suppressions = found.slice(0, onePage)
    const nextBefore = found.length > onePage ? (suppressions.at(-1)?.id ?? null) : null
    const counts = await countSuppressed(db, network.id)
    const isAdded = c.req.query('done') === 'added'
    return c.var.page(<SuppressionsPage {...{ suppressions, counts, search, nextBefore, isAdded }} timeZone={zoneOf(c)} />)
  })
  .post(paths.list, steward, async (c) => {
    const { values, form, typed } = await readForm(c, newForm)
    if (!values) return c.var.page(<NewSuppressionPage form={form} />, 422)
    const { db, network, person, now, t } = c.var
    const outcome = await addSuppression(db, { network, by: person, address: values.email, because: values.because }, now)
    if ('id' in outcome) return c.redirect(`${paths.list}?done=added`, 303)
    const errors = { email: t(say('This address has been added already.')) }
    return c.var.page(<NewSuppressionPage form={{ values: typed, errors }} />, 422)
  })
  .get(paths.new, steward, (c) => c.var.page(<NewSuppressionPage form={emptyForm} />))
  .get(paths.blocked, steward, async (c) => {
    const { db, network, now } = c.var
    const blockings = await listBlockings(db, network.id, now.subtract({ hours: 24 * 30 }))
    return c.var.page(<BlockedPage blockings={blockings} timeZone={zoneOf(c)} />)
  })
  .get('/admin/suppressions/:id', steward, (c) => show(c, { form: emptyForm }))
  .post('/admin/suppressions/:id/end', steward, async (c) => {
    const { values, form } = await readForm(c, endForm)
    if (!values) return show(c, { form })
    const { db, network, person, now } = c.var
    const id = idOf(c)
    const outcome = await endSuppression(db, { network, by: person, id, because: values.because }, now)
    if (outcome === 'ended') return c.redirect(paths.suppression(id), 303)
    return outcome.refused === 'ended-already' ? show(c, { form: emptyForm, isQuick: true }) : notFound()
  })

const zoneOf = ({ var: { person, network } }: Asked) => person?.timeZone ?? network.timeZone

const idOf = (c: Asked) => idInput.safeParse(c.req.param('id')).data ?? notFound()

async function show(c: Asked, { form, isQuick = false }: { form: FormState; isQuick?: boolean }) {
  const { db, network } = c.var
  const suppression = (await findSuppression(db, network.id, idOf(c))) ?? notFound()
  const earlier = await listEarlier(db, suppression)
  const page = <SuppressionPage {...{ suppression, earlier, form, isQuick }} timeZone={zoneOf(c)} />
  return c.var.page(page, isQuick ? 409 : Object.keys(form.errors).length ? 422 : 200)
}
