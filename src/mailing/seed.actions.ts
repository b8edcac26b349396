import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Db } from '#database'
import { findOrBeginPerson, saveExample, saveMembership } from '#people'
import type { Here } from '#platform/http'
import { languages } from '#platform/text'
import { root } from '#root'
import { saveNewLists } from './list.data.ts'
import { firstLists } from './list.rules.ts'
import { saveSeededReaders } from './seed.data.ts'

type Network = Pick<Here, 'id'>

/** The lists a network begins with. Lists that are there already stay as they are. */
export async function seedLists(db: Db, network: Network, now: Temporal.Instant): Promise<void> {
  await saveNewLists(
    db,
    firstLists.map((list, position) => ({ ...list, networkId: network.id, position })),
    now,
  )
}

const invented = z.array(
  z.object({
    firstName: z.string(),
    lastName: z.string(),
    email: z.email(),
    role: z.string(),
    organisation: z.string(),
    state: z.string(),
    timeZone: z.string(),
    language: z.enum(languages),
    membership: z.enum(['steward', 'member']),
  }),
)

/** The invented people of `content/people.json`: a small community to look at. */
export async function seedPeople(db: Db, network: Network, now: Temporal.Instant): Promise<void> {
  const people = invented.parse(JSON.parse(readFileSync(join(root, 'content', 'people.json'), 'utf8')))
  for (const { role, membership, ...known } of people) {
    const person = await findOrBeginPerson(db, { ...known, job: role, emailProvedAt: now }, now)
    await saveExample(db, person.id)
    await saveMembership(db, { networkId: network.id, personId: person.id, role: membership }, now)
  }
}

/**
 * Puts every member on the first list, and every second one on the others, as if they had joined over the past year.
 * One statement, so a hundred thousand take seconds.
 */
export async function seedReaders(db: Db, network: Network, now: Temporal.Instant): Promise<void> {
  await saveSeededReaders(db, network.id, now)
}
