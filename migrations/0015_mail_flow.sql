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

-- The hour on each reader's own clock at which an edition leaves, when it is to be so; scheduled_for is then the first of those moments.
alter table edition add column scheduled_local text check (scheduled_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$');

-- edition: the edition itself. note: the short word of correction to those who had it before it was mended.
alter table edition_content add column part text not null default 'edition' check (part in ('edition', 'note'));
-- Mended while it went out: whoever waited gets that content, and this one stays paused.
alter table edition_content add column superseded_by uuid references mail_content;

-- Why an edition was stopped on its way, and who let it go on. The figures are those of that moment.
create table edition_stop (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  reason text not null check (reason in ('mistake', 'bounces', 'complaints')),
  troubles integer not null default 0,
  given integer not null default 0,
  stopped_at timestamptz not null,
  stopped_by uuid references person on delete set null,
  ended_at timestamptz,
  ended_by uuid references person on delete set null
);
create unique index edition_stop_open on edition_stop (edition_id) where ended_at is null;
create index edition_stop_by_edition on edition_stop (edition_id, stopped_at);
create index edition_stop_by_hand on edition_stop (stopped_by);
create index edition_stop_ended_by on edition_stop (ended_by);

-- What came back of an edition: addresses that are no good, and complaints.
create table edition_trouble (
  mail_id uuid not null references mail on delete cascade,
  kind text not null check (kind in ('bounce', 'complaint')),
  edition_id uuid not null references edition on delete cascade,
  at timestamptz not null,
  primary key (mail_id, kind)
);
create index edition_trouble_by_edition on edition_trouble (edition_id, kind, at);

-- What was found when the mail domain was last checked, as the page shows it.
create table deliverability_check (
  network_id uuid primary key references network,
  checked_at timestamptz not null,
  findings jsonb not null
);
