import type { Tx } from '#database'
import { bringLeavers, bringReaders, type Consenting } from '#mailing'
import { beginPeople, fillPeople, listPeopleByEmail } from '#people'
import type { Here } from '#platform/http'
import { bringBounced } from '#suppressions'
import { beforeOf, emptyDeed, hasDone } from './deed.rules.ts'
import type { Deed } from './imports.tables.ts'
import { peopleIn, saveFirstTags, saveTags, type Asked, type Chosen, type ChosenOf, type Done } from './row.data.ts'
import type { Verdict } from './verdict.rules.ts'

/** A row and what becomes of it. */
export type Judged = Asked & { verdict: Verdict; personId: string | null }
type Taking = { importId: string; network: Here; of: Consenting; now: Temporal.Instant }
type Named = { row: Judged; personId: string; deed: Deed }

/**
 * Does what was decided for each row, and tells what it did, so that exactly this can be taken back. What rows say of people stays
 * in the database: here are only the numbers of the rows.
 */
export async function takeRows(tx: Tx, taking: Taking, rows: Judged[]): Promise<Done[]> {
  const those = (...wanted: Verdict[]) => rows.filter(({ verdict }) => wanted.includes(verdict))
  const deeds = new Map(rows.map((row) => [row.number, emptyDeed()]))
  const deedOf = ({ number }: Judged) => deeds.get(number) ?? emptyDeed()
  const people = await peopleOf(tx, taking, those('new', 'joins', 'known', 'leaves'))
  const named = (...wanted: Verdict[]): Named[] =>
    those(...wanted).flatMap((row) => {
      const person = people.get(row.address)
      return person ? [{ row, personId: person.id, deed: Object.assign(deedOf(row), { begun: person.begun }) }] : []
    })
  await fill(tx, taking, named('joins', 'known'))
  const tagged = await tag(tx, taking, named('new', 'joins', 'known'))
  await putOn(tx, taking, named('new', 'joins'))
  await noteLeavers(tx, taking, named('leaves'))
  await noteBounced(
    tx,
    taking,
    those('bounced-there').map((row) => ({ row, deed: deedOf(row) })),
  )
  return rows.flatMap((row) => {
    const deed = deedOf(row)
    if (!hasDone(deed)) return []
    return [{ number: row.number, deed, personId: people.get(row.address)?.id ?? null, isTagged: tagged.has(row.number) }]
  })
}

type Someone = { id: string; begun: boolean }

/** Begins those whom nobody knew; of people who left, no more than the address is kept. */
async function peopleOf(tx: Tx, { importId, now }: Taking, rows: Judged[]): Promise<Map<string, Someone>> {
  const strangers = rows.filter(({ personId }) => personId === null)
  const begin = async (those: Judged[], people: (rows: Chosen) => ReturnType<typeof peopleIn.strangers>) =>
    those.length === 0 ? [] : beginPeople(tx, people({ importId, numbers: numbersOf(those) }), now)
  const begun = [
    ...(await begin(
      strangers.filter(({ verdict }) => verdict !== 'leaves'),
      peopleIn.strangers,
    )),
    ...(await begin(
      strangers.filter(({ verdict }) => verdict === 'leaves'),
      peopleIn.addresses,
    )),
  ]
  const people = new Map<string, Someone>(begun.map(({ id, email }) => [email, { id, begun: true }]))
  // Someone whom nobody knew a moment ago may have joined by themselves since.
  const others = rows.flatMap(({ address }) => (people.has(address) ? [] : address))
  for (const { id, email } of others.length > 0 ? await listPeopleByEmail(tx, others) : []) people.set(email, { id, begun: false })
  return people
}

const numbersOf = (rows: { number: number }[]) => rows.map(({ number }) => number)
const chosenOf = ({ importId }: Taking, named: Named[]): ChosenOf => ({
  importId,
  people: named.map(({ row, personId }) => ({ number: row.number, personId })),
})
const byPerson = (named: Named[]) => new Map(named.map((one) => [one.personId, one.deed]))

async function fill(tx: Tx, taking: Taking, named: Named[]) {
  if (named.length === 0) return
  const deeds = byPerson(named)
  for (const one of await fillPeople(tx, peopleIn.known(chosenOf(taking, named))))
    Object.assign(deeds.get(one.id) ?? {}, { filled: one.filled })
}

/** Says which rows gave their person all the tags they name. */
async function tag(tx: Tx, taking: Taking, named: Named[]): Promise<Set<number>> {
  const [first, others] = [named.filter(({ deed }) => deed.begun), named.filter(({ deed }) => !deed.begun)]
  if (first.length > 0) await saveFirstTags(tx, taking.of.networkId, chosenOf(taking, first), taking.now)
  if (others.length > 0) {
    const given = await saveTags(tx, taking.of.networkId, chosenOf(taking, others), taking.now)
    for (const { personId, deed } of others) deed.tags = given.get(personId) ?? []
  }
  return new Set(first.map(({ row }) => row.number))
}

async function putOn(tx: Tx, taking: Taking, named: Named[]) {
  if (named.length === 0) return
  const deeds = byPerson(named)
  for (const put of await bringReaders(tx, taking.of, peopleIn.readers(chosenOf(taking, named)), taking.now))
    Object.assign(deeds.get(put.personId) ?? {}, beforeOf(put))
}

async function noteLeavers(tx: Tx, taking: Taking, named: Named[]) {
  if (named.length === 0) return
  const deeds = byPerson(named)
  for (const put of await bringLeavers(tx, taking.of, peopleIn.leavers(chosenOf(taking, named)), taking.now))
    Object.assign(deeds.get(put.personId) ?? {}, beforeOf(put))
}

async function noteBounced(tx: Tx, { network, of, now }: Taking, rows: { row: Judged; deed: Deed }[]) {
  if (rows.length === 0) return
  const addresses = rows.map(({ row }) => ({ address: row.address, since: row.leftAt }))
  const saved = await bringBounced(tx, network, { addresses, detail: of.source }, now)
  const ids = new Map(saved.map(({ id, address }) => [address, id]))
  for (const { row, deed } of rows) deed.suppressionId = ids.get(row.address) ?? null
}
