-- A series of dates: how it repeats, and what it says of each date. The dates themselves are events.
create table rhythm (
  id uuid primary key,
  network_id uuid not null references network,
  slug text not null check (slug ~ '^[a-z0-9-]{1,90}$'),
  unit text not null check (unit in ('week', 'month', 'year')),
  every integer not null check (every between 1 and 12),
  -- Which of its weekdays in the month; -1 is the last. Null: the same day of the month.
  week integer check (week between 1 and 5 or week = -1),
  -- It is counted from here on: the first date, or the one from which the rhythm was changed.
  first_day date not null,
  first_number integer not null default 1 check (first_number > 0),
  -- Both null: it goes on.
  last_day date,
  most_dates integer check (most_dates > 0),
  time_zone text not null,
  local_time text not null check (local_time ~ '^\d\d:\d\d$'),
  minutes integer not null check (minutes > 0),
  -- Who hosts, one entry a date, from the first again after the last; empty: the same hosts each time.
  rotation text[] not null default '{}',
  -- What the steward wrote once, for dates that are still to be made.
  given jsonb not null,
  -- The same words in other languages.
  texts jsonb not null default '[]',
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  unique (network_id, slug),
  check (week is null or unit = 'month')
);

-- One date of a series. What the series gave it is kept, so that what was changed for it alone is known and stays.
create table rhythm_date (
  rhythm_id uuid not null references rhythm on delete cascade,
  number integer not null check (number > 0),
  day date not null,
  -- Null: the draft was thrown away; the date is not made again.
  event_id uuid unique references event on delete set null,
  given jsonb not null,
  primary key (rhythm_id, number)
);

create trigger rhythm_change after insert or update or delete on rhythm for each statement execute function tell_change();
create trigger rhythm_date_change after insert or update or delete on rhythm_date for each statement execute function tell_change();
