-- Certificates of attendance: which events give one, and those that people took.

create table certificate_offer (
  event_id uuid primary key references event on delete cascade,
  -- Of continuing-education credit.
  hours numeric(4, 2) not null check (hours > 0 and hours <= 40)
);

create table certificate (
  -- What verifies it; nobody guesses it.
  code text primary key check (code ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
  event_id uuid not null references event on delete cascade,
  -- Null: they left, and their name with them.
  person_id uuid references person on delete set null,
  name text not null check (length(name) <= 200),
  hours numeric(4, 2) not null,
  issued_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '' check (length(withdrawn_reason) <= 500),
  unique (event_id, person_id)
);
create index certificate_of_person on certificate (person_id);
create trigger certificate_offer_change after insert or update or delete on certificate_offer for each statement execute function tell_change();
