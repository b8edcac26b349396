-- What kind of organization someone works for; nothing unless they say it.
alter table person add column organisation_kind text check (organisation_kind in
  ('business', 'workforce', 'college', 'school', 'development', 'chamber', 'government', 'labor', 'community', 'other'));

-- A part of the people, told by rules that were put together and named; see src/segments.
create table segment (
  id uuid primary key,
  network_id uuid not null references network,
  name text not null check (length(name) between 1 and 120),
  -- Rules in groups, with the version of their shape; read through `readDefinition`.
  definition jsonb not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid references person on delete set null
);
create index segment_by_name on segment (network_id, lower(name));
create index segment_by_hand on segment (changed_by);

-- Whom of the list's readers an edition is for; everybody without.
alter table edition add column segment_id uuid references segment on delete set null;
-- The segment's name as it was when the edition was sent to it: the others of the list were not meant, and no digest brings it to them.
alter table edition add column sent_to_segment text;
create index edition_by_segment on edition (segment_id) where segment_id is not null;

-- Each list's place in the sets below. After 62 lists there is none left: those are counted from their subscriptions.
create table segment_list (
  list_id uuid primary key references list on delete cascade,
  bit bigint not null unique
);

-- What rules ask most, one short row a person, so that a million are counted in one reading of a small table.
-- Kept by the triggers below alone; whatever writes to the tables it is made of need not know of it.
create table segment_person (
  person_id uuid primary key references person on delete cascade,
  began_at timestamptz not null,
  -- Sets of lists, by their bits: read just now, and left.
  on_lists bigint not null default 0,
  left_lists bigint not null default 0,
  -- False as long as nobody but a stranger's form has named the address.
  is_known boolean not null default false,
  role text collate "C" not null default '',
  state text collate "C" not null default '',
  language text collate "C" not null default '',
  organisation_kind text collate "C" not null default ''
);

-- Writes the rows of these people anew. Held first and read afterwards, so that of two changes at once the second sees the
-- first; a new person's row is made with the person, before anybody else can know of either.
create function keep_segment_people(ids uuid[]) returns void language plpgsql as $$
begin
  perform from unnest(ids) as changed (id) join segment_person on person_id = changed.id order by person_id for update of segment_person;
  insert into segment_person as kept (person_id, began_at, on_lists, left_lists, is_known, role, state, language, organisation_kind)
  select person.id, person.began_at, coalesce(lists.read, 0), coalesce(lists.gone, 0),
    person.email_proved_at is not null or member.role is not null or lists.read is not null or lists.gone is not null,
    coalesce(member.role, ''), coalesce(person.state, ''), coalesce(person.language, ''), coalesce(person.organisation_kind, '')
  from unnest(ids) as changed (id)
  join person using (id)
  left join lateral (
    select max(role) as role from membership where membership.person_id = person.id
      and network_id = (select id from network where parent_id is null)
  ) as member on true
  left join lateral (
    select bit_or(bit) filter (where left_at is null) as read, bit_or(bit) filter (where left_at is not null) as gone
    from subscription join segment_list using (list_id)
    where subscription.person_id = person.id and (confirmed_at is not null or left_at is not null)
  ) as lists on true
  order by person.id
  on conflict (person_id) do update set
    began_at = excluded.began_at, on_lists = excluded.on_lists, left_lists = excluded.left_lists, is_known = excluded.is_known,
    role = excluded.role, state = excluded.state, language = excluded.language, organisation_kind = excluded.organisation_kind
  where (kept.*) is distinct from (excluded.*);
end $$;

create function tell_segment_people() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'person' then
    perform keep_segment_people(array(
      select fresh.id from fresh join was using (id)
      where (fresh.state, fresh.language, fresh.organisation_kind, fresh.began_at, fresh.email_proved_at is null)
        is distinct from (was.state, was.language, was.organisation_kind, was.began_at, was.email_proved_at is null)));
  elsif tg_table_name = 'person' then
    perform keep_segment_people(array(select id from fresh));
  elsif tg_op = 'DELETE' then
    perform keep_segment_people(array(select distinct person_id from was));
  else
    perform keep_segment_people(array(select distinct person_id from fresh));
  end if;
  return null;
end $$;

create trigger person_in_segments after insert on person referencing new table as fresh for each statement execute function tell_segment_people();
create trigger person_in_segments_changed after update on person referencing old table as was new table as fresh for each statement execute function tell_segment_people();
create trigger membership_in_segments after insert on membership referencing new table as fresh for each statement execute function tell_segment_people();
create trigger membership_in_segments_changed after update on membership referencing new table as fresh for each statement execute function tell_segment_people();
create trigger membership_in_segments_gone after delete on membership referencing old table as was for each statement execute function tell_segment_people();
create trigger subscription_in_segments after insert on subscription referencing new table as fresh for each statement execute function tell_segment_people();
create trigger subscription_in_segments_changed after update on subscription referencing new table as fresh for each statement execute function tell_segment_people();
create trigger subscription_in_segments_gone after delete on subscription referencing old table as was for each statement execute function tell_segment_people();

-- Also while rows are made without the check of each reference.
alter table person enable always trigger person_in_segments;
alter table person enable always trigger person_in_segments_changed;
alter table membership enable always trigger membership_in_segments;
alter table membership enable always trigger membership_in_segments_changed;
alter table membership enable always trigger membership_in_segments_gone;
alter table subscription enable always trigger subscription_in_segments;
alter table subscription enable always trigger subscription_in_segments_changed;
alter table subscription enable always trigger subscription_in_segments_gone;

-- A new list takes the lowest bit that is free.
create function give_segment_bit() returns trigger language plpgsql as $$
begin
  insert into segment_list (list_id, bit)
  select new.id, free.bit from (
    select 1::bigint << place as bit from generate_series(0, 61) as place
    where not exists (select from segment_list where segment_list.bit = 1::bigint << place) order by place limit 1
  ) as free on conflict do nothing;
  return null;
end $$;
create trigger list_in_segments after insert on list for each row execute function give_segment_bit();

insert into segment_list (list_id, bit)
select id, 1::bigint << (row_number() over (order by began_at, position, id) - 1)::int from list order by began_at, position, id limit 62;
select keep_segment_people(array(select id from person));
