import { sql, type RawBuilder } from 'kysely'
import type { Language } from '#platform/text'
import { isFinished, type Definition, type Group, type Join, type Part, type Rule } from './definition.rules.ts'
import type { EventAnswer } from './event-answers.rules.ts'
import type { RuleKind, ValuesOf } from './rule-kinds.rules.ts'

/** Where rules are asked: of which network’s people, lists and events, what language is read by those who chose none, when a day begins. */
export type Asking = { networkId: string; language: Language; timeZone: string }

export type Condition = RawBuilder<boolean>

/**
 * A definition as a condition on `segment_person`. Everything that a definition holds becomes a parameter: the words of
 * the statement stand in this file, whatever is asked. Of what is not finished nobody is a part.
 */
export const conditionOf = (definition: Definition, asking: Asking): Condition =>
  isFinished(definition)
    ? sql`(segment_person.is_known and ${takesPart(asking)} and ${groupCondition(definition.root, asking)})`
    : sql`false`

/** Of a network inside the community, whoever has to do with it: a role, a list or an event of its own. All take part in the whole. */
const takesPart = (asking: Asking): Condition =>
  sql`(${isWhole(asking)} or ${isIn(sql`
  select person_id from membership where network_id = ${asking.networkId}
  union select person_id from subscription where list_id in (select id from list where network_id = ${asking.networkId}) and (confirmed_at is not null or left_at is not null)
  union select person_id from rsvp where event_id in ${eventsIn('any', asking)}`)})`

const isWhole = ({ networkId }: Asking) => sql`(select parent_id is null from network where id = ${networkId})`

const partCondition = (part: Part, asking: Asking): Condition => {
  if (part.kind === 'group') return groupCondition(part, asking)
  return part.not ? sql`not ${ruleCondition(part, asking)}` : ruleCondition(part, asking)
}

const together: Record<Join, (parts: Condition[]) => Condition> = {
  all: (parts) => sql`(${sql.join(parts, sql` and `)})`,
  any: (parts) => sql`(${sql.join(parts, sql` or `)})`,
  none: (parts) => sql`(not (${sql.join(parts, sql` or `)}))`,
}

const groupCondition = ({ join, parts }: Group, asking: Asking): Condition =>
  parts.length === 0 ? sql`true` : together[join](parts.map((part) => partCondition(part, asking)))

type Conditions = { [Kind in RuleKind]: (values: ValuesOf<Kind>, asking: Asking) => Condition }

const conditions: Conditions = {
  state: ({ states }) => sql`(segment_person.state = any(${states}::text[]))`,
  // The short rows tell the role in the whole community; roles in a network inside it are few, and are looked up.
  role: ({ roles }, asking) => sql`(case when ${isWhole(asking)} then segment_person.role = any(${roles}::text[])
    else ${isIn(sql`select person_id from membership where network_id = ${asking.networkId} and role = any(${roles}::text[])`)} end)`,
  organisation: ({ kinds }) => sql`(segment_person.organisation_kind = any(${kinds}::text[]))`,
  language: ({ languages }, { language }) => sql`(coalesce(nullif(segment_person.language, ''), ${language}) = any(${languages}::text[]))`,
  joined: ({ side, day }, { timeZone }) => {
    const begins = sql`(${day}::date::timestamp at time zone ${timeZone})`
    return side === 'before' ? sql`(segment_person.began_at < ${begins})` : sql`(segment_person.began_at >= ${begins})`
  },
  list: ({ standing, list }, asking) => listConditions[standing](list, asking),
  topic: ({ topic }, { networkId }) =>
    isIn(
      sql`select person_id from topic_interest where topic_id in (select id from topic where network_id = ${networkId} and id = ${topic})`,
    ),
  // Who answered without signing in is nobody whom we know.
  tool: ({ tool }, { networkId }) =>
    isIn(
      sql`select person_id from tool_run where network_id = ${networkId} and finished_at is not null and person_id is not null
        ${tool === 'any' ? sql`` : sql`and tool_id = ${tool}`}`,
    ),
  event: ({ answer, event }, asking) => answered[answer](eventsIn(event, asking)),
}

const ruleCondition = <Kind extends RuleKind>(rule: Extract<Rule, { kind: Kind }>, asking: Asking): Condition =>
  (conditions[rule.kind] as (values: Rule, asking: Asking) => Condition)(rule, asking)

/** Whether someone reads this list just now. */
export const isReader = (list: string, asking: Asking): Condition => listConditions.on(list, asking)

/** By the list's bit; of a list that has none, by its subscriptions, which takes longer when there are very many people. */
const listConditions: Record<ValuesOf<'list'>['standing'], (list: string, asking: Asking) => Condition> = {
  on: (list, asking) => sql`coalesce(segment_person.on_lists & ${bitOf(list, asking)} <> 0, exists (
    select from subscription where list_id = ${list} and network_id = ${asking.networkId} and subscription.person_id = segment_person.person_id
      and confirmed_at is not null and left_at is null))`,
  left: (list, asking) => sql`coalesce(segment_person.left_lists & ${bitOf(list, asking)} <> 0, exists (
    select from subscription where list_id = ${list} and network_id = ${asking.networkId} and subscription.person_id = segment_person.person_id
      and left_at is not null))`,
}

const bitOf = (list: string, { networkId }: Asking) =>
  sql`(select bit from segment_list join list on list.id = list_id where list_id = ${list} and network_id = ${networkId})`

const eventsIn = (event: string, { networkId }: Asking) =>
  event === 'any'
    ? sql`(select id from event where network_id = ${networkId})`
    : sql`(select id from event where network_id = ${networkId} and id = ${event})`

const isIn = (people: RawBuilder<unknown>): Condition => sql`(segment_person.person_id in (${people}))`

const rsvps = (events: RawBuilder<unknown>, more: RawBuilder<unknown>) =>
  sql`select person_id from rsvp where event_id in ${events} and ${more}`

/** Who has this to do with one of the events. */
const answered: Record<EventAnswer, (events: RawBuilder<unknown>) => Condition> = {
  rsvped: (events) => isIn(rsvps(events, sql`answer in ('seated', 'waiting')`)),
  seated: (events) => isIn(rsvps(events, sql`answer = 'seated'`)),
  waiting: (events) => isIn(rsvps(events, sql`answer = 'waiting'`)),
  declined: (events) => isIn(rsvps(events, sql`answer = 'declined'`)),
  silent: (events) => sql`(not ${isIn(rsvps(events, sql`true`))})`,
  question: (events) => isIn(sql`select person_id from question where rsvp_event_id in ${events} and withdrawn_at is null`),
  attended: (events) => isIn(sql`select person_id from attendance where event_id in ${events}`),
  date: (events) => isIn(sql`select person_id from event_interest where event_id in ${events} and confirmed_at is not null`),
}
