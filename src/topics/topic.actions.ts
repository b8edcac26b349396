import { transaction, type Db } from '#database'
import type { DataOf } from '#people'
import { say } from '#platform/text'
import { listInterestsOf, listTopics, removeOtherInterests, saveInterests } from './topic.data.ts'

/** What a person cares about from now on: these topics of the network and no others of it. */
export function chooseTopics(
  db: Db,
  networkId: string,
  who: { personId: string; topicIds: string[] },
  now: Temporal.Instant,
): Promise<void> {
  return transaction(db, async (tx) => {
    const there = (await listTopics(tx, networkId)).map(({ id }) => id)
    const chosen = there.filter((id) => who.topicIds.includes(id))
    await removeOtherInterests(tx, networkId, who.personId, chosen)
    await saveInterests(tx, who.personId, chosen, now)
  })
}

/** What this room keeps of a person. */
export const topicData: DataOf = async (db, personId) => ({
  interests: (await listInterestsOf(db, personId)).map(({ name, chosenAt }) => ({ topic: name.en, chosenAt })),
})

/**
 * The keys above, as the page of my data says them.
 * @public
 */
export const topicDataWords = [say('Topics'), say('Interests'), say('Topic'), say('Chosen at')]
