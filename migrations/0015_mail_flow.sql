-- Where this database's mail leaves from: the address people type, the database itself, the machine. A program that finds itself
-- elsewhere is a copy, or a backup that was restored, and sends nothing until an owner has said which.
create table mail_home (
  is_only boolean primary key default true check (is_only),
  base_url text not null,
  database text not null,
  machine text not null,
  since timestamptz not null,
  decided_by uuid references person on delete set null,
  -- A copy that is to send nothing, since then.
  quiet_since timestamptz
);
create index mail_home_by_hand on mail_home (decided_by);

-- Where each sender runs, as it stands in mail_home.
alter table sender add column place jsonb;

-- Whoever leaves a list or pauses it, or whose address takes no more mail, gets nothing more of what senders hold ready: they are told in the
-- moment in which it is kept, and ask anew who reads.
create function tell_reader_left() returns trigger language plpgsql as $$
begin
  perform pg_notify('reader_left', new.person_id::text);
  return null;
end $$;
create trigger subscription_left after update of left_at, paused_until, frequency on subscription
  for each row when (
    new.left_at is not null and old.left_at is distinct from new.left_at
    or new.paused_until is not null and old.paused_until is distinct from new.paused_until
    or new.frequency <> old.frequency
  ) execute function tell_reader_left();

create function tell_address_suppressed() returns trigger language plpgsql as $$
begin
  perform pg_notify('reader_left', person.id::text) from person where email = new.address;
  return null;
end $$;
create trigger suppression_begun after insert on suppression for each row execute function tell_address_suppressed();
