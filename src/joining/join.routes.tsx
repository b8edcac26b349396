import { fieldOfList, listOpenLists, shownIn, type ShownList } from '#mailing'
import { emptyForm, honeypotName, type FormState } from '#platform/html'
import { placeOf } from '#people'
import { anyone, mayTry, networkOf, newRoutes, readForm, type Asked, type RequestContext } from '#platform/http'
import { askToJoin } from './join.actions.ts'
import { embeddedForm, joinForm, type JoinValues } from './join.form.ts'
import { JoinPage, SentPage } from './join.pages.tsx'
import { paths } from './joining.paths.ts'

/** A room full of people behind one router may all join in the same hour. */
const fromOneNetwork = { name: 'join from a network', tries: 60, window: Temporal.Duration.from({ hours: 1 }) }

export const joinRoutes = newRoutes()
  .get('/join', anyone, async (c) => {
    const lists = await listsShown(c)
    const [first] = lists
    const form = first ? { ...emptyForm, values: { [fieldOfList(first)]: 'yes' } } : emptyForm
    return c.var.page(<JoinPage lists={lists} form={form} />, { keep: { tables: ['list', 'network'] } })
  })
  .get('/join/sent', anyone, (c) => c.var.page(<SentPage />, { keep: { tables: ['network'] } }))
  .post('/join', anyone, async (c) => {
    const { values, form, typed } = await readForm(c, joinForm)
    return values ? receive(c, { ...values, typed }, values.source) : joinAgain(c, form, 422)
  })
  .post('/join/embedded', anyone, async (c) => {
    const { values, form, typed } = await readForm(c, embeddedForm)
    if (!values) return joinAgain(c, form, 422)
    const [first] = await listOpenLists(c.var.db, c.var.network.id)
    const lists = values.lists.length || !first ? values.lists : [first.slug]
    return receive(c, { ...values, typed, lists }, `embedded form${hostOf(c.req.header('origin') ?? c.req.header('referer'))}`)
  })

type Received = JoinValues & { typed: Record<string, string> }

async function receive(c: RequestContext, { typed, ...values }: Received, source: string) {
  if (values[honeypotName]) return c.redirect(paths.sent, 303)
  const { db, network, now, t } = c.var
  const all = await listOpenLists(db, network.id)
  const lists = all.filter(({ slug }) => values.lists.includes(slug))
  const again = (status: 422 | 429, errors: Record<string, string>) => joinAgain(c, { values: typed, errors }, status)
  if (lists.length === 0) return again(422, { [all[0] ? fieldOfList(all[0]) : '']: t('Choose at least one.') })
  if (!(await mayTry(db, fromOneNetwork, networkOf(c.var.clientAddress), now)))
    return again(429, {
      '': t('Very many people have joined from your network just now. Try again in an hour, or write to us and we add you.'),
    })
  const { firstName, lastName, organisation, organisationKind, job, state } = values
  const language = values.language ?? c.var.language
  const askedWith = { firstName, lastName, organisation, organisationKind, job, state, language }
  await askToJoin(db, placeOf(c), { email: values.email, lists, language, source, askedWith }, now)
  return c.redirect(paths.sent, 303)
}

async function joinAgain(c: RequestContext, form: FormState, status: 422 | 429) {
  return c.var.page(<JoinPage lists={await listsShown(c)} form={form} />, status)
}

/** The lists in the reader's language; the first is the one that people join who do not choose. */
export const listsShown = (c: Asked): Promise<ShownList[]> =>
  c.var.remember(`lists in ${c.var.language}`, { tables: ['list'] }, async () =>
    (await listOpenLists(c.var.db, c.var.network.id)).map((list) => shownIn(list, c.var.language)),
  )

/** The site on which an embedded form stood, when its browser says so. */
const hostOf = (address: string | undefined) => (address && URL.canParse(address) ? ` on ${new URL(address).hostname.slice(0, 200)}` : '')
