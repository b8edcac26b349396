import { transaction, type Db } from '#database'
import { savePerson } from '#people'
import type { Here } from '#platform/http'
import type { Language } from '#platform/text'
import { leave, putOn } from './leave.actions.ts'
import { listLists } from './list.data.ts'
import type { Preferences } from './preferences.form.ts'
import { lockSubscriptions } from './subscription.data.ts'
import { standingOf } from './subscription.rules.ts'

type Chooser = { network: Here; person: { id: string; email: string; language: Language | null }; wording: string; source: string }

/** Puts the person on the lists they ticked, takes them off the others, and keeps what they say of themselves. */
export function savePreferences(
  db: Db,
  { network, person, wording, source }: Chooser,
  preferences: Preferences,
  now: Temporal.Instant,
): Promise<void> {
  return transaction(db, async (tx) => {
    const { lists: ticked, ...profile } = preferences
    const lists = await listLists(tx, network.id)
    const on = new Set(
      (await lockSubscriptions(tx, network.id, person.id)).filter((one) => standingOf(one) === 'on').map(({ listId }) => listId),
    )
    const wanted = (list: { slug: string }) => ticked.includes(list.slug)
    const idsOf = (those: typeof lists) => those.map(({ id }) => id)
    await putOn(
      tx,
      {
        network,
        person: { ...person, language: profile.language },
        listIds: idsOf(lists.filter((list) => wanted(list) && !on.has(list.id))),
        source,
      },
      now,
    )
    await leave(tx, { network, person, lists: idsOf(lists.filter((list) => !wanted(list) && on.has(list.id))), wording, source }, now)
    await savePerson(tx, person.id, profile)
  })
}
