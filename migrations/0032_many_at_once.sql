-- What a hundred thousand people who are brought along cost, and need not.

-- PostgreSQL 18 makes such ids by itself, ten times as fast as the expression of before; older ones keep that.
do $$
begin
  if to_regprocedure('pg_catalog.uuidv7()') is not null then
    create or replace function new_id() returns uuid language sql volatile parallel safe as 'select uuidv7()';
  end if;
end $$;

-- That a subscription's person and list are there is asked once for all subscriptions of a statement, as it is for consents; the rows
-- that are found are held, so that neither goes meanwhile. Here and below they are found by their ids, however many others there
-- are: by a plan that was made while a table was small, all of it would be read for each.
alter table subscription
  drop constraint subscription_list_fkey,
  drop constraint subscription_person_id_fkey;

create function refer_subscriptions() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  lists bigint;
  people bigint;
begin
  perform from list where (id, network_id) in (select distinct list_id, network_id from fresh) order by id for key share;
  get diagnostics lists = row_count;
  perform from person where id = any (array(select distinct person_id from fresh)) order by id for key share;
  get diagnostics people = row_count;
  if exists (select from fresh having count(distinct list_id) <> lists or count(distinct person_id) <> people) then
    raise foreign_key_violation using message = 'A subscription is that of a person, to a list of its network.';
  end if;
  return null;
end $$;
create trigger subscription_refers after insert on subscription referencing new table as fresh for each statement execute function refer_subscriptions();

create function keep_subscription() returns trigger language plpgsql as $$
begin
  raise exception 'A subscription stays that of its person, to its list.';
end $$;
create trigger subscription_kept before update of network_id, list_id, person_id on subscription for each row
  when ((new.network_id, new.list_id, new.person_id) is distinct from (old.network_id, old.list_id, old.person_id)) execute function keep_subscription();

create function forget_with_list() returns trigger language plpgsql as $$
begin
  delete from subscription where list_id in (select id from was);
  return null;
end $$;
create trigger list_gone after delete on list referencing old table as was for each statement execute function forget_with_list();

create or replace function forget_with_person() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  delete from subscription where person_id = any (array(select id from was));
  delete from person_tag where person_id = any (array(select id from was));
  delete from segment_person where person_id = any (array(select id from was));
  update consent set person_id = null, address = null where person_id = any (array(select id from was));
  return null;
end $$;

create or replace function refer_consents() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  lists bigint;
  people bigint;
begin
  perform from list where (id, network_id) in (select distinct list_id, network_id from fresh) order by id for key share;
  get diagnostics lists = row_count;
  perform from person where id = any (array(select distinct person_id from fresh)) order by id for key share;
  get diagnostics people = row_count;
  if exists (select from fresh having count(distinct (list_id, network_id)) <> lists or count(distinct person_id) <> people) then
    raise foreign_key_violation using message = 'A consent is that of a person, for a list of its network.';
  end if;
  return null;
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
    from fresh join segment_list using (list_id)
    where confirmed_at is not null or left_at is not null
    group by person_id
  ) as added;
  perform from segment_person where person_id = any (ids) order by person_id for update;
  update segment_person set on_lists = on_lists | added.on_bits, left_lists = left_lists | added.left_bits, is_known = true
  from unnest(ids, ons, lefts) as added (id, on_bits, left_bits)
  where person_id = added.id;
  return null;
end $$;

-- The row of someone who was taken in is written a second time, shorter: where it is, if no index has to be told. Ids of people who
-- begin together follow one another, so that ranges of them find a person nearly as well as an entry for each.
alter table import_row set (fillfactor = 70);
drop index import_row_by_person;
create index import_row_by_person on import_row using brin (person_id) with (pages_per_range = 8);
