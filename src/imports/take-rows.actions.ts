import type { Tx } from '#database'
import { bringLeavers, bringReaders, type Consenting } from '#mailing'
import { beginPeople, fillPeople, listPeopleByEmail } from '#people'
import type { Here } from '#platform/http'
import { bringBounced } from '#suppressions'
import { beforeOf, emptyDeed, hasDone } from './deed.rules.ts'
import type { Deed } from './imports.tables.ts'
import { saveTags, type Done, type ImportRow } from './row.data.ts'
import type { Verdict } from './verdict.rules.ts'

/** A row and what becomes of it. */
export type Judged = ImportRow & { verdict: Verdict }
type Taking = { network: Here; of: Consenting; now: Temporal.Instant }
type Named = { row: Judged; personId: string; deed: Deed }

/** Does what was decided for each row, and tells what it did, so that exactly this can be taken back. */
export async function takeRows(tx: Tx, taking: Taking, rows: Judged[]): Promise<Done[]> {
  const deeds = new Map(rows.map((row) => [row, emptyDeed()]))
  const deedOf = (row: Judged) => deeds.get(row) ?? emptyDeed()
  const those = (...wanted: Verdict[]) => rows.filter(({ verdict }) => wanted.includes(verdict))
  const people = await peopleOf(tx, taking, those('new', 'joins', 'known', 'leaves'))
  const named = (...wanted: Verdict[]): Named[] =>
    those(...wanted).flatMap((row) => {
      const person = people.get(row.address)
      return person ? [{ row, personId: person.id, deed: Object.assign(deedOf(row), { begun: person.begun }) }] : []
    })
  await fill(tx, named('joins', 'known'))
  await tag(tx, taking, named('new', 'joins', 'known'))
  await putOn(tx, taking, named('new', 'joins'))
  await noteLeavers(tx, taking, named('leaves'))
  await noteBounced(
    tx,
    taking,
    those('bounced-there').map((row) => ({ row, deed: deedOf(row) })),
  )
  return [...deeds]
    .filter(([, deed]) => hasDone(deed))
    .map(([{ number, address }, deed]) => ({ number, deed, personId: people.get(address)?.id ?? null }))
}

/** Begins those whom nobody knew; of people who left, no more than the address is kept. */
async function peopleOf(tx: Tx, { now }: Taking, rows: Judged[]): Promise<Map<string, { id: string; begun: boolean }>> {
  const strangers = rows
    .filter(({ personId }) => personId === null)
    .map(({ address, verdict, facts }) => ({ ...(verdict === 'leaves' ? {} : profileOf(facts)), email: address }))
  const begun = new Set(await beginPeople(tx, strangers, now))
  const people = await listPeopleByEmail(
    tx,
    rows.map(({ address }) => address),
  )
  return new Map(people.map(({ id, email }) => [email, { id, begun: begun.has(id) }]))
}

const profileOf = ({ firstName, lastName, organisation, job, state, language }: Judged['facts']) => ({
  firstName,
  lastName,
  organisation,
  job,
  state,
  language,
})

const byPerson = (named: Named[]) => new Map(named.map((one) => [one.personId, one.deed]))

async function fill(tx: Tx, named: Named[]) {
  const filled = await fillPeople(
    tx,
    named.map(({ row, personId }) => ({ ...profileOf(row.facts), id: personId })),
  )
  const deeds = byPerson(named)
  for (const one of filled) Object.assign(deeds.get(one.id) ?? {}, { filled: one.filled })
}

async function tag(tx: Tx, { of, now }: Taking, named: Named[]) {
  const tagged = named.map(({ row, personId }) => ({ personId, tags: row.facts.tags }))
  const given = await saveTags(tx, of.networkId, tagged, now)
  for (const { personId, deed } of named) deed.tags = given.get(personId) ?? []
}

async function putOn(tx: Tx, { of, now }: Taking, named: Named[]) {
  const readers = named.map(({ row: { facts }, personId }) => ({
    personId,
    givenAt: facts.joinedAt,
    confirmedAt: facts.confirmedAt,
    from: facts.from,
  }))
  const deeds = byPerson(named)
  for (const put of await bringReaders(tx, of, readers, now)) Object.assign(deeds.get(put.personId) ?? {}, beforeOf(put))
}

async function noteLeavers(tx: Tx, { of, now }: Taking, named: Named[]) {
  const leavers = named.map(({ row: { facts }, personId }) => ({ personId, givenAt: facts.joinedAt, leftAt: facts.leftAt }))
  const deeds = byPerson(named)
  for (const put of await bringLeavers(tx, of, leavers, now)) Object.assign(deeds.get(put.personId) ?? {}, beforeOf(put))
}

async function noteBounced(tx: Tx, { network, of, now }: Taking, rows: { row: Judged; deed: Deed }[]) {
  const addresses = rows.map(({ row }) => ({ address: row.address, since: row.facts.leftAt }))
  const saved = await bringBounced(tx, network, { addresses, detail: of.source }, now)
  const ids = new Map(saved.map(({ id, address }) => [address, id]))
  for (const { row, deed } of rows) deed.suppressionId = ids.get(row.address) ?? null
}
