import { sql } from 'kysely'
import type { Tx } from '#database'

export type SuppressionRow = { address: string; hash: string; since: string | null }

export async function saveManyBounced(
  tx: Tx,
  { networkId, detail }: { networkId: string; detail: string },
  rows: SuppressionRow[],
  now: Temporal.Instant,
): Promise<{ id: string; address: string }[]> {
  const saved = await sql<{ id: string; address: string }>`
    insert into suppression (id, network_id, address, address_hash, reason, since, detail)
    select new_id(), ${networkId}::uuid, address, decode(hash, 'hex'), 'bounced', least(since, ${now}::timestamptz), ${detail}::text
    from json_to_recordset(${JSON.stringify(rows)}::json) as brought (address text, hash text, since timestamptz)
    on conflict (network_id, address_hash, reason) where ended_at is null do nothing
    returning id, address`.execute(tx)
  return saved.rows
}

export async function removeSuppressions(tx: Tx, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from suppression where id = any(${ids}::uuid[]) and ended_at is null returning id`.execute(tx)
  return rows.map(({ id }) => id)
}
