-- What was checked for each row of a hundred thousand, and need not be: a list belongs to one network, so that one reference tells
-- both that the list is there and that the network is its own.
alter table list add constraint list_in_network unique (id, network_id);
alter table subscription
  drop constraint subscription_network_id_fkey,
  drop constraint subscription_list_id_fkey,
  add constraint subscription_list_fkey foreign key (list_id, network_id) references list (id, network_id) on delete cascade;

-- A consent refers to its person and its list as before; they are held and looked for once for all consents of a statement, where a
-- reference asks for each: two hundred thousand questions when a hundred thousand people are brought along.
alter table consent
  drop constraint consent_network_id_fkey,
  drop constraint consent_list_id_fkey,
  drop constraint consent_person_id_fkey;

create function refer_consents() returns trigger language plpgsql as $$
declare
  lists bigint;
  people bigint;
begin
  perform from list where (id, network_id) in (select list_id, network_id from fresh) order by id for key share;
  get diagnostics lists = row_count;
  perform from person where id in (select person_id from fresh) order by id for key share;
  get diagnostics people = row_count;
  if exists (select from fresh having count(distinct (list_id, network_id)) <> lists or count(distinct person_id) <> people) then
    raise foreign_key_violation using message = 'A consent is that of a person, for a list of its network.';
  end if;
  return null;
end $$;
create trigger consent_refers after insert on consent referencing new table as fresh for each statement execute function refer_consents();

create function keep_list_of_consents() returns trigger language plpgsql as $$
begin
  if exists (select from consent where list_id = old.id) then
    raise foreign_key_violation using message = 'A list that people have consented to is closed, and stays.';
  end if;
  return old;
end $$;
create trigger list_kept before delete on list for each row execute function keep_list_of_consents();

-- Who is new, and what someone new on a list adds, is told by the rows themselves: nothing else is read for it. What is added to a
-- set of lists is the same in whatever order it comes, so that two changes at once lose nothing.
create function begin_segment_people() returns trigger language plpgsql as $$
begin
  insert into segment_person (person_id, began_at, is_known, state, language, organisation_kind)
  select id, began_at, email_proved_at is not null, coalesce(state, ''), coalesce(language, ''), coalesce(organisation_kind, '')
  from fresh order by id;
  return null;
end $$;

create function add_segment_lists() returns trigger language plpgsql as $$
begin
  perform from segment_person where person_id in (select person_id from fresh) order by person_id for update;
  update segment_person set on_lists = on_lists | added.on_bits, left_lists = left_lists | added.left_bits, is_known = true
  from (
    select fresh.person_id, coalesce(bit_or(bit) filter (where left_at is null), 0) as on_bits,
      coalesce(bit_or(bit) filter (where left_at is not null), 0) as left_bits
    from fresh join segment_list using (list_id)
    where confirmed_at is not null or left_at is not null
    group by fresh.person_id
  ) as added
  where segment_person.person_id = added.person_id;
  return null;
end $$;

drop trigger person_in_segments on person;
drop trigger subscription_in_segments on subscription;
create trigger person_in_segments after insert on person referencing new table as fresh for each statement execute function begin_segment_people();
create trigger subscription_in_segments after insert on subscription referencing new table as fresh for each statement execute function add_segment_lists();
alter table person enable always trigger person_in_segments;
alter table subscription enable always trigger subscription_in_segments;

-- Tags, and the rows by which segments are counted, are made of people who are held by whoever makes them; a reference would ask for
-- each once more. They go with their person; of a consent only the fact remains.
alter table person_tag drop constraint person_tag_person_id_fkey;
alter table segment_person drop constraint segment_person_person_id_fkey;

create function forget_with_person() returns trigger language plpgsql as $$
begin
  delete from person_tag where person_id in (select id from was);
  delete from segment_person where person_id in (select id from was);
  update consent set person_id = null, address = null where person_id in (select id from was);
  return null;
end $$;
create trigger person_gone after delete on person referencing old table as was for each statement execute function forget_with_person();
