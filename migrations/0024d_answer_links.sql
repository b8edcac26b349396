-- Where an answer goes on: a tip, or the minute of a recording.
create table answer_link (
  id uuid primary key,
  answer_id uuid not null references answer on delete cascade,
  tip_id uuid references tip on delete cascade,
  webinar_id uuid references webinar on delete cascade,
  -- From which second; null: from the beginning.
  at_second integer check (at_second between 0 and 86400),
  added_at timestamptz not null,
  check (num_nonnulls(tip_id, webinar_id) = 1),
  check (at_second is null or webinar_id is not null),
  unique nulls not distinct (answer_id, tip_id, webinar_id, at_second)
);
create index answer_link_of_tip on answer_link (tip_id);
create index answer_link_of_webinar on answer_link (webinar_id);
create trigger answer_link_change after insert or update or delete on answer_link for each statement execute function tell_change();
