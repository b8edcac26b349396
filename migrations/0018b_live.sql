-- What is talked about in a call, while it is held.

create table live_item (
  id uuid primary key,
  network_id uuid not null references network,
  event_id uuid not null references event on delete cascade,
  -- Who asked it from the call; null: a host wrote it down.
  person_id uuid references person on delete cascade,
  question text not null check (length(question) between 1 and 1000),
  sharing text not null check (sharing in ('named', 'nameless', 'not-at-all')),
  state text not null default 'waiting' check (state in ('waiting', 'now', 'done')),
  -- Equal ones stand in the order they were asked.
  place integer not null,
  -- Null: hosts alone see it.
  shown_at timestamptz,
  asked_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  notes text not null default '' check (length(notes) <= 8000),
  check (sharing <> 'not-at-all' or shown_at is null)
);
create index live_item_of_event on live_item (event_id, place);
create index live_item_of_person on live_item (person_id);
create index live_item_of_network on live_item (network_id);
-- One at a time.
create unique index live_item_now on live_item (event_id) where state = 'now';

create trigger live_item_change after insert or update or delete on live_item for each statement execute function tell_change();
