import { findPerson } from '#people'
import { leave, shownIn } from '#mailing'
import { emptyForm, type FormState } from '#platform/html'
import { idInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { listAsked } from './list-asked.ts'
import { paths } from './lists.paths.ts'
import { removalForm } from './paper.form.ts'
import { findOnList, listListsOf, listProofs } from './people.data.ts'
import { standingShown } from './people.rules.ts'
import { ConsentsPage, RemovalPage } from './person.pages.tsx'

/** One person on the lists, for stewards. */
export const personRoutes = newRoutes()
  .get('/admin/people/:id/consents', steward, async (c) => {
    const { db, network } = c.var
    const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
    const [person, lists, proofs] = [await findPerson(db, id), await listListsOf(db, network.id, id), await listProofs(db, network.id, id)]
    if (!person || lists.length + proofs.length === 0) notFound()
    return c.var.page(
      <ConsentsPage
        person={{ id, name: nameOf(person), email: person.email, organisation: person.organisation }}
        lists={lists}
        proofs={proofs.map((proof) => ({ ...proof, hand: handOf(proof) }))}
        timeZone={c.var.person.timeZone ?? network.timeZone}
      />,
    )
  })
  .get('/admin/lists/:slug/people/:id/removal', steward, (c) => showRemoval(c, emptyForm))
  .post('/admin/lists/:slug/people/:id/removal', steward, async (c) => {
    const { db, network, person: hand, now } = c.var
    const { list, person } = await onListAsked(c)
    const { values, form } = await readForm(c, removalForm)
    if (!values) return showRemoval(c, form, 422)
    const leaving = { network, person, lists: [list.id], wording: values.reason, source: 'taken off by a steward', handId: hand.id }
    await leave(db, leaving, now)
    return c.redirect(`${paths.people(list.slug)}?done=taken-off`, 303)
  })

type Named = { firstName: string; lastName: string; email: string }
const nameOf = ({ firstName, lastName, email }: Named) => `${firstName} ${lastName}`.trim() || email

type ByHand = { handEmail: string | null; handFirstName: string | null; handLastName: string | null }
const handOf = ({ handEmail: email, handFirstName, handLastName }: ByHand) =>
  email === null ? null : nameOf({ firstName: handFirstName ?? '', lastName: handLastName ?? '', email })

/** Somebody who is on the list or has asked for it; whoever has left is not there. */
async function onListAsked(c: Asked) {
  const list = await listAsked(c)
  const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
  const person = (await findOnList(c.var.db, { networkId: c.var.network.id, listId: list.id }, id)) ?? notFound()
  return standingShown(person) === 'left' ? notFound() : { list, person }
}

async function showRemoval(c: Asked, form: FormState, status = 200) {
  const { list, person } = await onListAsked(c)
  const shown = { slug: list.slug, name: shownIn(list, c.var.language).name }
  return c.var.page(<RemovalPage list={shown} person={{ id: person.id, name: nameOf(person) }} form={form} />, status)
}
