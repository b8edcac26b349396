import { transaction, type Db, type Tx } from '#database'
import { savePerson } from '#people'
import type { Here } from '#platform/http'
import type { Language } from '#platform/text'
import { chooseTopics } from '#topics'
import { saveFrequency, savePause } from './frequency.data.ts'
import { pauseEnds, type Often } from './frequency.rules.ts'
import { leave, putOn } from './leave.actions.ts'
import { listLists, type List } from './list.data.ts'
import { mayChoose } from './list.rules.ts'
import type { Preferences } from './preferences.form.ts'
import { lockSubscriptions } from './subscription.data.ts'
import { standingOf } from './subscription.rules.ts'

type Chooser = {
  network: Here
  person: { id: string; email: string; language: Language | null; timeZone: string | null }
  wording: string
  source: string
}

/** Puts the person on the lists they ticked, takes them off the others, and keeps how often they want them and what they say of themselves. */
export function savePreferences(db: Db, chooser: Chooser, preferences: Preferences, now: Temporal.Instant): Promise<void> {
  const { network, person, wording, source } = chooser
  return transaction(db, async (tx) => {
    const { lists: ticked, often, forAll, pauseUntil, topics, ...profile } = preferences
    const standing = await lockSubscriptions(tx, network.id, person.id)
    const on = new Set(standing.filter((one) => standingOf(one) === 'on').map(({ listId }) => listId))
    const lists = (await listLists(tx, network.id)).filter((list) => mayChoose(list, standing))
    const wanted = lists.filter(({ slug }) => ticked.includes(slug))
    const coming = { network, person: { ...person, language: profile.language }, source }
    await putOn(tx, { ...coming, listIds: idsOf(wanted.filter(({ id }) => !on.has(id))) }, now)
    await leave(
      tx,
      { network, person, lists: idsOf(lists.filter((list) => !wanted.includes(list) && on.has(list.id))), wording, source },
      now,
    )
    const ends = pauseUntil && pauseEnds(pauseUntil, profile.timeZone ?? network.timeZone)
    for (const [choice, chosen] of byChoice(wanted, (list) => forAll ?? often.get(list.slug)))
      await saveOften(tx, { personId: person.id, listIds: idsOf(chosen) }, { choice, ends }, now)
    await chooseTopics(tx, network.id, { personId: person.id, topicIds: topics }, now)
    await savePerson(tx, person.id, profile)
  })
}

const idsOf = (lists: List[]) => lists.map(({ id }) => id)

/** The lists of each choice that was made; there are three at most. */
function byChoice(lists: List[], choiceOf: (list: List) => Often | undefined): [Often, List[]][] {
  const chosen = lists.filter((list) => choiceOf(list) !== undefined)
  return [...Map.groupBy(chosen, (list) => choiceOf(list) ?? 'each')]
}

type Choice = { choice: Often; ends: Temporal.Instant | null }

async function saveOften(tx: Tx, whose: { personId: string; listIds: string[] }, { choice, ends }: Choice, now: Temporal.Instant) {
  if (choice !== 'pause') await saveFrequency(tx, whose, choice, now)
  else if (ends) await savePause(tx, whose, ends)
}
