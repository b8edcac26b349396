import { z } from 'zod'
import { idInput, newRoutes, notFound, owner, readForm, steward, type Asked, type Visitor } from '#platform/http'
import { oneLine } from '#platform/text'
import { PeoplePage } from './people.pages.tsx'
import { paths } from './people.paths.ts'
import { roles } from './people.tables.ts'
import { placeOf } from './place.ts'
import { changeRole } from './role.actions.ts'
import { countPeople, findMember, listPeople, listRoleChanges } from './role.data.ts'
import { PersonPage, type PersonPageProps } from './role.pages.tsx'

const onePage = 50
const roleInput = z.enum(roles)
const searchInput = z.object({
  q: z
    .string()
    .catch('')
    .transform((words) => oneLine(words).slice(0, 200)),
  role: roleInput.nullable().catch(null),
  before: idInput.nullable().catch(null),
})

/** All that match, where one page says so; counting a search would read everybody. */
const countShown = (found: number, before: string | null) => (before || found > onePage ? null : found)

export const roleRoutes = newRoutes()
  .get(paths.people, steward, async (c) => {
    const { db, network, person } = c.var
    const search = searchInput.parse(c.req.query())
    const found = await listPeople(db, network.id, { ...search, words: search.q }, onePage + 1)
    const hasMore = found.length > onePage
    const people = found.slice(0, onePage)
    const total = search.q ? countShown(found.length, search.before) : await countPeople(db, network.id, search.role)
    const nextBefore = hasMore ? (people.at(-1)?.id ?? null) : null
    return c.var.page(<PeoplePage {...{ people, total, search, nextBefore }} timeZone={person.timeZone ?? network.timeZone} />)
  })
  .get('/admin/people/:id', steward, async (c) => {
    return c.var.page(<PersonPage {...await shown(c, c.var.person, c.req.param('id'))} done={c.req.query('done') === 'role'} />)
  })
  .post('/admin/people/:id/role', owner, async (c) => {
    const { db, person, now } = c.var
    const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
    const { role } = (await readForm(c, z.object({ role: roleInput }))).values ?? notFound()
    const outcome = await changeRole(db, placeOf(c), { personId: id, role, by: person.id }, now)
    if ('role' in outcome) return c.redirect(id === person.id && role === 'member' ? '/me' : `${paths.person(id)}?done=role`, 303)
    return outcome.refused === 'not-here'
      ? notFound()
      : c.var.page(<PersonPage {...await shown(c, person, id)} refused={outcome.refused} />, 422)
  })

async function shown(c: Asked, reader: Visitor, asked: string): Promise<PersonPageProps> {
  const { db, network } = c.var
  const id = idInput.safeParse(asked).data ?? notFound()
  const person = (await findMember(db, network.id, id)) ?? notFound()
  return { person, changes: await listRoleChanges(db, network.id, id), timeZone: reader.timeZone ?? network.timeZone }
}
