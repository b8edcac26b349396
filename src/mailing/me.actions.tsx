import type { MeSection } from '#people'
import { listLists } from './list.data.ts'
import { shownIn } from './list.rules.ts'
import { MyListsSection } from './me.pages.tsx'
import { listSubscriptions } from './subscription.data.ts'
import { standingOf } from './subscription.rules.ts'

export const myListsSection: MeSection = async (db, person, network) => {
  const on = (await listSubscriptions(db, network.id, person.id)).filter((one) => standingOf(one) === 'on').map(({ listId }) => listId)
  const lists = (await listLists(db, network.id)).filter(({ id }) => on.includes(id))
  return <MyListsSection lists={lists.map((list) => shownIn(list, person.language ?? network.language))} />
}
