-- A report of who was in a call, as Zoom, Teams, Webex or GoTo give it. Once it is taken, only what is known of people here is kept of it.
create table participant_report (
  id uuid primary key,
  event_id uuid not null references event on delete cascade,
  service text not null check (service in ('zoom', 'teams', 'webex', 'goto', 'other')),
  file_name text not null,
  -- The same people with the same minutes: the same report, whatever its file.
  fingerprint text not null,
  brought_by uuid references person on delete set null,
  brought_at timestamptz not null,
  -- Null: it has been looked at and not been taken.
  taken_at timestamptz,
  -- How many of it nobody knows. Their names and addresses are not kept.
  unknown integer not null default 0,
  unique (event_id, fingerprint)
);
create index participant_report_by_steward on participant_report (brought_by);

create table participant_row (
  report_id uuid not null references participant_report on delete cascade,
  place integer not null,
  -- As the report has them, until it is taken.
  name text not null default '',
  email text,
  minutes integer not null check (minutes >= 0),
  visits integer not null,
  -- Who it is, once it is taken.
  person_id uuid references person on delete cascade,
  primary key (report_id, place)
);
create index participant_row_by_person on participant_row (person_id);

-- How long they stayed, where a report tells. It alone can tell that somebody was there, too.
alter table attendance add column minutes integer check (minutes >= 0);
alter table attendance drop constraint attendance_way_check;
alter table attendance add constraint attendance_way_check check (way in ('link', 'host', 'report'));
