import { sql } from 'kysely'
import type { Db } from '#database'

type Since = { networkId: string; since: Temporal.Instant }

/** What became of the mail to one receiving domain. Waiting is what was tried and put off; what has not had its turn is no trouble. */
export type DomainCount = { domain: string; delivered: number; waiting: number; refused: number; reported: number }

/** The domains with most trouble first, then those with most mail. */
export async function countDomains(db: Db, { networkId, since }: Since): Promise<DomainCount[]> {
  const { rows } = await sql<DomainCount>`
    with complaint as materialized (
      select to_address from returned_mail join mail on mail.id = mail_id
      where returned_mail.network_id = ${networkId} and kind = 'complaint' and returned_at >= ${since}::timestamptz
    ), reported as (
      select lower(split_part(to_address, '@', 2)) as domain, count(*)::int as reported from complaint group by 1
    ), counted as (
      select lower(split_part(to_address, '@', 2)) as domain,
        count(*) filter (where state = 'sent')::int as delivered,
        count(*) filter (where state = 'waiting' and tries > 0)::int as waiting,
        count(*) filter (where state = 'failed')::int as refused
      from mail where network_id = ${networkId} and queued_at >= ${since}::timestamptz group by 1
    )
    select domain, delivered, waiting, refused, coalesce(reported, 0) as reported
    from counted left join reported using (domain)
    where delivered + waiting + refused > 0
    order by waiting + refused + coalesce(reported, 0) desc, delivered desc, domain limit 1000`.execute(db)
  return rows
}

export type DomainAnswer = { domain: string; answer: string; count: number }

/** What servers said of mail that they put off or refused, without the addresses, numbers of machines and marks of single letters in it. */
export async function countAnswers(db: Db, { networkId, since }: Since): Promise<DomainAnswer[]> {
  const { rows } = await sql<DomainAnswer>`
    select lower(split_part(to_address, '@', 2)) as domain, ${stripped} as answer, count(*)::int as count
    from mail
    where network_id = ${networkId} and queued_at >= ${since}::timestamptz and last_answer is not null
      and (state = 'failed' or state = 'waiting' and tries > 0)
    group by 1, 2 order by 3 desc, 1, 2 limit 2000`.execute(db)
  return rows
}

const stripped = [
  // Addresses, in brackets or not.
  String.raw`<?[^\s<>@"]+@[^\s<>@"]+>?`,
  String.raw`\m\d{1,3}(\.\d{1,3}){3}\M`,
  String.raw`[\w.=-]*\d{5,}[\w.=-]*`,
].reduce((answer, part) => sql<string>`regexp_replace(${answer}, ${part}, '…', 'g')`, sql<string>`left(last_answer, 300)`)
