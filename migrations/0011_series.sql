-- Mails that follow one another after something happens, to readers of a list alone.
create table series (
  id uuid primary key,
  network_id uuid not null references network,
  list_id uuid not null references list on delete cascade,
  name text not null check (length(name) between 1 and 120),
  -- joined: confirmed the list. first-rsvp: answered an event for the first time. convener: says that this is their job.
  begins_with text not null check (begins_with in ('joined', 'first-rsvp', 'convener')),
  -- What makes the rest needless, beside leaving the list.
  stops_with text check (stops_with in ('rsvped')),
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  -- Who comes later enters; null while it is off.
  on_since timestamptz,
  -- Up to here it is known who came.
  looked_until timestamptz,
  check ((on_since is null) = (looked_until is null))
);
create index series_of_network on series (network_id, name);
create index series_by_list on series (list_id);

create table series_step (
  id uuid primary key,
  series_id uuid not null references series on delete cascade,
  position integer not null check (position > 0),
  -- Days after the step before, or after the beginning; at this hour of the reader's zone, or as soon as the days are over.
  after_days integer not null check (after_days between 0 and 365),
  at_hour integer check (at_hour between 0 and 23),
  -- By language; one may be missing.
  subject jsonb not null default '{}',
  body jsonb not null default '{}',
  changed_at timestamptz not null,
  unique (series_id, position)
);

-- Each goes through a series once. When somebody is forgotten, the figure stays without them.
create table series_person (
  id uuid primary key,
  series_id uuid not null references series on delete cascade,
  person_id uuid references person on delete set null,
  entered_at timestamptz not null,
  -- The position of the last step that was sent; 0 before the first, -1 before it is reckoned when the first is due.
  passed integer not null default 0,
  -- When the next step is due; null at the end.
  due_at timestamptz,
  -- finished: all steps were sent. left: not a reader any more. stopped: what the series was to bring about has come about.
  -- before: it was true of them when the series was switched on, so it never began.
  ended text check (ended in ('finished', 'left', 'stopped', 'before')),
  ended_at timestamptz,
  check ((ended is null) = (due_at is not null)),
  check ((ended is null) = (ended_at is null)),
  unique (series_id, person_id)
);
create index series_person_due on series_person (due_at) where due_at is not null;
create index series_person_by_person on series_person (person_id);

-- A mail of a step is queued once to each: whoever wants to queue it again finds it here.
create table series_mail (
  step_id uuid not null references series_step on delete cascade,
  series_person_id uuid not null references series_person on delete cascade,
  queued_at timestamptz not null,
  primary key (step_id, series_person_id)
);
create index series_mail_by_person on series_mail (series_person_id);

-- What the mail engine sends of a step.
create table series_content (
  content_id uuid primary key references mail_content on delete cascade,
  step_id uuid not null references series_step on delete cascade,
  is_test boolean not null
);
create index series_content_by_step on series_content (step_id);

-- So that who came since is found without going through everybody.
create index consent_confirmed on consent (list_id, at) where kind = 'confirmed';
create index rsvp_answered on rsvp using brin (answered_at);
create index person_convener on person (id) where job ~* '(convener|convenor|convocante|convocador)';
