-- What was checked for each row of a hundred thousand, and need not be: a list belongs to one network, so that one reference tells
-- both that the list is there and that the network is its own.
alter table list add constraint list_in_network unique (id, network_id);
alter table subscription
  drop constraint subscription_network_id_fkey,
  drop constraint subscription_list_id_fkey,
  add constraint subscription_list_fkey foreign key (list_id, network_id) references list (id, network_id) on delete cascade;
alter table consent
  drop constraint consent_network_id_fkey,
  drop constraint consent_list_id_fkey,
  add constraint consent_list_fkey foreign key (list_id, network_id) references list (id, network_id);

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
