import { z } from 'zod'
import { invite } from '#joining'
import { shownIn, wordingOf, type List } from '#mailing'
import { placeOf } from '#people'
import { emptyForm, type FormState } from '#platform/html'
import { idInput, newRoutes, readForm, steward, type Asked } from '#platform/http'
import { oneLine } from '#platform/text'
import { invitationForm } from './invitation.form.ts'
import { listAsked, liveListAsked } from './list-asked.ts'
import { paths } from './lists.paths.ts'
import { addByPaper } from './paper.actions.ts'
import { paperForm } from './paper.form.ts'
import { InvitationsPage, PaperPage } from './paper.pages.tsx'
import { countPeopleOf, listPeopleOf } from './people.data.ts'
import { ListPeoplePage } from './people.pages.tsx'
import { sought, type PaperRefusal } from './people.rules.ts'

const onePage = 50
const countInput = z.coerce.number().int().min(0).max(50).catch(0)
const searchInput = z.object({
  q: z
    .string()
    .catch('')
    .transform((words) => oneLine(words).slice(0, 200)),
  standing: z.enum(sought).nullable().catch(null),
  before: idInput.nullable().catch(null),
})
const doneInput = z
  .object({ done: z.enum(['added', 'taken-off', 'invited']), invited: countInput, passed: countInput })
  .transform(({ done, ...counts }) => ({ what: done, ...counts }))
  .nullable()
  .catch(null)

/** Who is on a list, for stewards; invitations; consent on paper. */
export const listPeopleRoutes = newRoutes()
  .get('/admin/lists/:slug/people', steward, async (c) => {
    const { db, network, person } = c.var
    const list = await listAsked(c)
    const { q, standing, before } = searchInput.parse(c.req.query())
    const which = { networkId: network.id, listId: list.id }
    const found = await listPeopleOf(db, which, { words: q, standing, before }, onePage + 1)
    const people = found.slice(0, onePage)
    return c.var.page(
      <ListPeoplePage
        list={{ ...named(c, list), isClosed: list.closedAt !== null }}
        people={people}
        counts={await countPeopleOf(db, list.id)}
        search={{ q, standing, before }}
        nextBefore={found.length > onePage ? (people.at(-1)?.id ?? null) : null}
        timeZone={person.timeZone ?? network.timeZone}
        done={doneInput.parse(c.req.query())}
      />,
    )
  })
  .get('/admin/lists/:slug/people/new', steward, async (c) => {
    const list = await liveListAsked(c)
    const { language } = c.var
    return c.var.page(<PaperPage list={named(c, list)} form={{ ...emptyForm, values: { language, wording: wordingOf(list, language) } }} />)
  })
  .post('/admin/lists/:slug/people/new', steward, async (c) => {
    const { db, network, person, config, now } = c.var
    const list = await liveListAsked(c)
    const today = now.toZonedDateTimeISO(person.timeZone ?? network.timeZone).toPlainDate()
    const { values, form, typed } = await readForm(c, paperForm(today))
    if (!values) return showPaper(c, list, form)
    const outcome = await addByPaper(db, { place: placeOf(c), config, list, paper: values, handId: person.id }, now)
    if ('refused' in outcome) return showPaper(c, list, { values: typed, errors: {} }, outcome.refused)
    return c.redirect(`${paths.people(list.slug)}?done=added`, 303)
  })
  .get('/admin/lists/:slug/invitations', steward, async (c) =>
    c.var.page(<InvitationsPage list={named(c, await liveListAsked(c))} form={emptyForm} />),
  )
  .post('/admin/lists/:slug/invitations', steward, async (c) => {
    const { db, person, now } = c.var
    const list = await liveListAsked(c)
    const { values, form } = await readForm(c, invitationForm)
    if (!values) return c.var.page(<InvitationsPage list={named(c, list)} form={form} />, 422)
    const { invited, passed } = await invite(db, placeOf(c), { list, emails: values.addresses, by: person }, now)
    return c.redirect(`${paths.people(list.slug)}?done=invited&invited=${invited}&passed=${passed}`, 303)
  })

const named = (c: Asked, list: List) => ({ slug: list.slug, name: shownIn(list, c.var.language).name })

const showPaper = (c: Asked, list: List, form: FormState, refused?: PaperRefusal) =>
  c.var.page(<PaperPage list={named(c, list)} form={form} {...(refused && { refused })} />, 422)
