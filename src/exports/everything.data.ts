import { sql, type RawBuilder } from 'kysely'

/**
 * What stands in the zip of everything, file by file. Whatever signs links or lets someone in (the network's secret, sessions,
 * codes, passkeys, feeds) is in none of them.
 */
export const everything: { file: string; says: string; query: (networkId: string) => RawBuilder<unknown> }[] = [
  {
    file: 'network',
    says: 'The community: name, look, contact.',
    query: (id) => sql`select to_jsonb(network) - 'secret' as row from network where id = ${id}`,
  },
  {
    file: 'people',
    says: 'Everybody known, with the role they have here (null: an address only) and their tags.',
    query: (id) => sql`
      select to_jsonb(person) || jsonb_build_object('role', membership.role, 'member_since', membership.began_at,
        'tags', array(select tag from person_tag where person_id = person.id and network_id = ${id} order by tag)) as row
      from person left join membership on membership.person_id = person.id and membership.network_id = ${id} order by person.id`,
  },
  {
    file: 'lists',
    says: 'What people can subscribe to.',
    query: (id) => sql`select to_jsonb(list) as row from list where network_id = ${id} order by position, id`,
  },
  {
    file: 'subscriptions',
    says: 'Who asked for which list, confirmed it, left it, and when. On a list is who has confirmed and not left.',
    query: (id) => sql`select to_jsonb(subscription) as row from subscription where network_id = ${id} order by person_id, list_id`,
  },
  {
    file: 'consents',
    says: 'The proof of each step: the words that were seen, and where. Of people who were forgotten, only that the step was taken.',
    query: (id) => sql`select to_jsonb(consent) as row from consent where network_id = ${id} order by at, id`,
  },
  {
    file: 'suppressions',
    says: 'Addresses that get no list mail, and why. Do not mail them from anywhere. Of people who were forgotten there is no address.',
    query: (id) => sql`select to_jsonb(suppression) - 'address_hash' as row from suppression where network_id = ${id} order by since, id`,
  },
  {
    file: 'events',
    says: 'Events with their words in each language.',
    query: (id) => sql`
      select to_jsonb(event) || jsonb_build_object('texts', (select jsonb_agg(to_jsonb(text) - 'event_id' order by language) from event_text text where event_id = event.id)) as row
      from event where network_id = ${id} order by id`,
  },
  {
    file: 'rsvps',
    says: 'Who answered which event.',
    query: (id) =>
      sql`select to_jsonb(rsvp) as row from rsvp join event on event.id = event_id where event.network_id = ${id} order by event_id, person_id`,
  },
  {
    file: 'speakers',
    says: 'Who speaks at events and in webinars, with their words in each language.',
    query: (id) => sql`
      select to_jsonb(speaker) || jsonb_build_object(
        'texts', (select jsonb_agg(to_jsonb(text) - 'speaker_id' order by language) from speaker_text text where speaker_id = speaker.id),
        'events', (select jsonb_agg(event_id order by event_id) from event_speaker where speaker_id = speaker.id),
        'webinars', (select jsonb_agg(webinar_id order by webinar_id) from webinar_speaker where speaker_id = speaker.id)) as row
      from speaker where network_id = ${id} order by id`,
  },
  {
    file: 'attendance',
    says: 'Who was at which event.',
    query: (id) =>
      sql`select to_jsonb(attendance) as row from attendance join event on event.id = event_id where event.network_id = ${id} order by event_id, person_id`,
  },
  {
    file: 'academy-interest',
    says: 'Who wants to be told the date of an Academy, and with which team they would come.',
    query: (id) => sql`
      select to_jsonb(interest) || jsonb_build_object('state', said.state, 'team', said.team, 'role', said.role) as row
      from event_interest interest join event on event.id = interest.event_id
        left join academy_interest said on said.event_id = interest.event_id and said.person_id = interest.person_id
      where event.network_id = ${id} and event.kind = 'academy' order by interest.event_id, interest.person_id`,
  },
  {
    file: 'participant-reports',
    says: 'Reports of calls that were taken: who was there and how many minutes.',
    query: (id) => sql`
      select to_jsonb(report) || jsonb_build_object('stays', (select jsonb_agg(jsonb_build_object('person_id', person_id, 'minutes', minutes) order by place) from participant_row where report_id = report.id)) as row
      from participant_report report join event on event.id = event_id where event.network_id = ${id} and taken_at is not null order by report.id`,
  },
  {
    file: 'series-of-events',
    says: 'Gatherings that repeat, and who comes to all their dates.',
    query: (id) => sql`
      select to_jsonb(rhythm) || jsonb_build_object('regulars', (select jsonb_agg(to_jsonb(regular) - 'rhythm_id' order by since) from regular where rhythm_id = rhythm.id)) as row
      from rhythm where network_id = ${id} order by id`,
  },
  {
    file: 'tips',
    says: 'Tips with their words in each language, in Markdown.',
    query: (id) => sql`
      select to_jsonb(tip) || jsonb_build_object('texts', (select jsonb_agg(to_jsonb(text) - '{tip_id,stems}'::text[] order by language) from tip_text text where tip_id = tip.id)) as row
      from tip where network_id = ${id} order by id`,
  },
  {
    file: 'webinars',
    says: 'Webinars with their words in each language, in Markdown.',
    query: (id) => sql`
      select to_jsonb(webinar) || jsonb_build_object('texts', (select jsonb_agg(to_jsonb(text) - '{webinar_id,stems}'::text[] order by language) from webinar_text text where webinar_id = webinar.id)) as row
      from webinar where network_id = ${id} order by id`,
  },
  {
    file: 'pages',
    says: 'Pages such as About, with their words in each language, in Markdown.',
    query: (id) => sql`
      select to_jsonb(page) || jsonb_build_object('texts', (select jsonb_agg(to_jsonb(text) - 'page_id' order by language) from page_text text where page_id = page.id)) as row
      from page where network_id = ${id} order by id`,
  },
  {
    file: 'editions',
    says: 'Monthly updates: their blocks, and the letters as they were sent.',
    query: (id) => sql`select to_jsonb(edition) as row from edition where network_id = ${id} order by id`,
  },
]
