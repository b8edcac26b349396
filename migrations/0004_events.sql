-- A gathering. Its words stand in event_text, how to dial in in event_call, its seats in event_seats.
create table event (
  id uuid primary key,
  network_id uuid not null references network,
  slug text not null check (slug ~ '^[a-z0-9-]{1,90}$'),
  kind text not null check (kind in ('office-hours', 'webinar', 'meet-up', 'academy')),
  hosts text[] not null default '{}',
  -- Both are null while the date is to be announced.
  starts_at timestamptz,
  ends_at timestamptz check (ends_at > starts_at),
  time_zone text not null,
  place text not null default '' check (length(place) <= 300),
  rsvp_opens_at timestamptz,
  rsvp_closes_at timestamptz,
  reminders text[] not null default '{week,day,hour}' check (reminders <@ array['week', 'day', 'hour']),
  -- Rises with every change that belongs in people's calendars (RFC 5545, 3.8.7.4).
  sequence integer not null default 0,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  unique (network_id, slug),
  check ((starts_at is null) = (ends_at is null))
);
create index event_by_start on event (network_id, starts_at) where published_at is not null;

create table event_text (
  event_id uuid not null references event on delete cascade,
  language text not null check (language in ('en', 'es')),
  title text not null check (length(title) between 1 and 200),
  summary text not null default '' check (length(summary) <= 400),
  description text not null default '' check (length(description) <= 20000),
  primary key (event_id, language)
);

-- Apart from the event, so that nothing reads it by accident: only for those with a seat, and stewards.
create table event_call (
  event_id uuid primary key references event on delete cascade,
  join_url text not null default '' check (length(join_url) <= 1000),
  dial_in text not null default '' check (length(dial_in) <= 300),
  meeting_id text not null default '' check (length(meeting_id) <= 100),
  passcode text not null default '' check (length(passcode) <= 100)
);

create table event_cancellation (
  event_id uuid primary key references event on delete cascade,
  person_id uuid references person on delete set null,
  reason text not null default '' check (length(reason) <= 1000),
  cancelled_at timestamptz not null
);
create index event_cancellation_by_person on event_cancellation (person_id);

-- Who wants to know when the date is set. Confirmed once the address has said so.
create table event_interest (
  event_id uuid not null references event on delete cascade,
  person_id uuid not null references person on delete cascade,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (event_id, person_id)
);
create index event_interest_by_person on event_interest (person_id);

-- One small row that everyone who asks for a seat passes through, one after the other.
create table event_seats (
  event_id uuid primary key references event on delete cascade,
  -- Null: there is room for everybody.
  capacity integer check (capacity > 0),
  seated integer not null default 0 check (seated >= 0),
  waiting integer not null default 0 check (waiting >= 0),
  -- The last number given out: it orders the waiting list.
  last_place integer not null default 0,
  closed_at timestamptz,
  -- Whoever comes now waits; nobody overtakes those who wait already.
  is_full boolean not null generated always as (capacity is not null and (seated >= capacity or waiting > 0)) stored,
  check (seated <= capacity)
) with (fillfactor = 40);

create table rsvp (
  event_id uuid not null references event on delete cascade,
  person_id uuid not null references person on delete cascade,
  answer text not null check (answer in ('seated', 'waiting', 'declined')),
  place integer not null,
  question text not null default '' check (length(question) <= 2000),
  answered_at timestamptz not null,
  seated_at timestamptz,
  -- Counts this person's own changes; added to the event's, so that their calendar never sees an older one last.
  sequence integer not null default 0,
  primary key (event_id, person_id)
);
create index rsvp_by_person on rsvp (person_id);
create index rsvp_waiting on rsvp (event_id, place) where answer = 'waiting';

-- What was typed into the form on an event's page. It counts for nothing until the link in the mail is followed.
create table rsvp_ask (
  event_id uuid not null references event on delete cascade,
  person_id uuid not null references person on delete cascade,
  name text not null default '' check (length(name) <= 80),
  question text not null default '' check (length(question) <= 2000),
  time_zone text,
  asked_at timestamptz not null,
  primary key (event_id, person_id)
);
create index rsvp_ask_by_person on rsvp_ask (person_id);
create index rsvp_ask_by_age on rsvp_ask (asked_at);

-- A new version makes every older address of someone's private calendar feed worthless.
create table calendar_feed (
  person_id uuid primary key references person on delete cascade,
  version integer not null default 1,
  renewed_at timestamptz not null
);

create trigger event_change after insert or update or delete on event for each statement execute function tell_change();
create trigger event_text_change after insert or update or delete on event_text for each statement execute function tell_change();
create trigger event_cancellation_change after insert or update or delete on event_cancellation for each statement execute function tell_change();
-- A notification in a transaction makes commits queue up, so an RSVP tells only when it changes what strangers see.
create trigger event_seats_change after update on event_seats for each row
  when ((old.capacity, old.is_full) is distinct from (new.capacity, new.is_full)) execute function tell_change();
