-- Bits are for the lists of the whole community alone, whose people may be a million: the lists of states would use them up, and their
-- readers are few enough to be counted from their subscriptions.
create or replace function give_segment_bit() returns trigger language plpgsql as $$
begin
  insert into segment_list (list_id, bit)
  select new.id, free.bit from (
    select 1::bigint << place as bit from generate_series(0, 61) as place
    where not exists (select from segment_list where segment_list.bit = 1::bigint << place) order by place limit 1
  ) as free
  where exists (select from network where id = new.network_id and parent_id is null)
  on conflict do nothing;
  return null;
end $$;

-- Whoever is on a list is known, whether or not the list has a bit.
create or replace function keep_segment_people(ids uuid[]) returns void language plpgsql as $$
begin
  perform from unnest(ids) as changed (id) join segment_person on person_id = changed.id order by person_id for update of segment_person;
  insert into segment_person as kept (person_id, began_at, on_lists, left_lists, is_known, role, state, language, organisation_kind)
  select person.id, person.began_at, coalesce(lists.read, 0), coalesce(lists.gone, 0),
    person.email_proved_at is not null or member.role is not null or lists.is_any is not null,
    coalesce(member.role, ''), coalesce(person.state, ''), coalesce(person.language, ''), coalesce(person.organisation_kind, '')
  from unnest(ids) as changed (id)
  join person using (id)
  left join lateral (
    select max(role) as role from membership where membership.person_id = person.id
      and network_id = (select id from network where parent_id is null)
  ) as member on true
  left join lateral (
    select bit_or(bit) filter (where left_at is null) as read, bit_or(bit) filter (where left_at is not null) as gone, bool_or(true) as is_any
    from subscription left join segment_list using (list_id)
    where subscription.person_id = person.id and (confirmed_at is not null or left_at is not null)
  ) as lists on true
  order by person.id
  on conflict (person_id) do update set
    began_at = excluded.began_at, on_lists = excluded.on_lists, left_lists = excluded.left_lists, is_known = excluded.is_known,
    role = excluded.role, state = excluded.state, language = excluded.language, organisation_kind = excluded.organisation_kind
  where (kept.*) is distinct from (excluded.*);
end $$;

create or replace function add_segment_lists() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  ids uuid[];
  ons bigint[];
  lefts bigint[];
begin
  select array_agg(person_id order by person_id), array_agg(on_bits order by person_id), array_agg(left_bits order by person_id) into ids, ons, lefts
  from (
    select person_id, coalesce(bit_or(bit) filter (where left_at is null), 0) as on_bits,
      coalesce(bit_or(bit) filter (where left_at is not null), 0) as left_bits
    from fresh left join segment_list using (list_id)
    where confirmed_at is not null or left_at is not null
    group by person_id
  ) as added;
  perform from segment_person where person_id = any (ids) order by person_id for update;
  update segment_person set on_lists = on_lists | added.on_bits, left_lists = left_lists | added.left_bits, is_known = true
  from unnest(ids, ons, lefts) as added (id, on_bits, left_bits)
  where person_id = added.id;
  return null;
end $$;

select keep_segment_people(array(select person_id from segment_person where not is_known));
