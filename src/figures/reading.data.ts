import { sql } from 'kysely'
import type { Db } from '#database'
import type { Texts } from '#letters'

type Asked = { networkId: string; listId: string | null; start: Temporal.Instant; end: Temporal.Instant }

/** What came of one edition, in totals as they are kept; too small ones are taken away before anybody sees them. */
export type EditionCount = { slug: string; subject: Texts; sentAt: Temporal.Instant; delivered: number; clicks: number; places: number }

const mostEditions = 60

const editions = ({ networkId, listId, start, end }: Asked) => sql`
  with sent as materialized (
    select id, slug, subject, sending_began_at as sent_at from edition
    where network_id = ${networkId} and sending_began_at >= ${start}::timestamptz and sending_began_at < ${end}::timestamptz
      and (${listId}::uuid is null or list_id = ${listId}::uuid)
    order by sending_began_at desc limit ${mostEditions}
  ), content as materialized (
    select content_id, edition_id, sent_at from sent join edition_content on edition_id = sent.id where not is_test and part = 'edition'
  )`

/**
 * Editions of the period, the latest first. Delivered is all that was queued but what has not left, which an index knows without
 * reading a hundred thousand mails. Places are those taken at events within two weeks of the mail: people, each once.
 */
export async function countReading(db: Db, asked: Asked): Promise<EditionCount[]> {
  const { rows } = await sql<EditionCount>`
    ${editions(asked)}, queued as (
      select edition_id, count(*) as mails from content join mail on mail.content_id = content.content_id group by edition_id
    ), unsent as (
      select edition_id, count(*) as mails from content join mail on mail.content_id = content.content_id where state <> 'sent' group by edition_id
    ), followed as (
      select edition_id, sum(clicks) as clicks from content join counted_link on counted_link.content_id = content.content_id group by edition_id
    ), took as (
      select edition_id, count(distinct rsvp.person_id) as places
      from content
      join rsvp on answered_at >= content.sent_at and answered_at < content.sent_at + interval '14 days' and answer <> 'declined'
      join mail on mail.content_id = content.content_id and mail.person_id = rsvp.person_id and state = 'sent' and mail.sent_at <= answered_at
      group by edition_id
    )
    select slug, subject, sent.sent_at, (coalesce(queued.mails, 0) - coalesce(unsent.mails, 0))::int as delivered,
      coalesce(clicks, 0)::int as clicks, coalesce(places, 0)::int as places
    from sent left join queued on queued.edition_id = id left join unsent on unsent.edition_id = id
    left join followed on followed.edition_id = id left join took on took.edition_id = id
    order by sent.sent_at desc, slug`.execute(db)
  return rows
}

export type PageCount = { address: string; clicks: number }

/** The addresses that were opened most. Only what each edition shows by itself is added up, so that no difference tells of a few. */
export async function countPages(db: Db, asked: Asked, fewest: number): Promise<PageCount[]> {
  const { rows } = await sql<PageCount>`
    ${editions(asked)}, shown as (
      select address, sum(clicks) as clicks from content join counted_link on counted_link.content_id = content.content_id
      group by edition_id, address having sum(clicks) >= ${fewest}
    )
    select address, sum(clicks)::int as clicks from shown group by address order by 2 desc, 1 limit 15`.execute(db)
  return rows
}
