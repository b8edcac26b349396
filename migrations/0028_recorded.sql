-- A call may be recorded; then whoever comes is told before, and what they agreed to is kept.

alter table event add column is_recorded boolean not null default false;
update rhythm set given = given || '{"isRecorded": false}';
update rhythm_date set given = given || '{"isRecorded": false}';

create table recording_consent (
  event_id uuid not null references event on delete cascade,
  person_id uuid not null references person on delete cascade,
  agreed_at timestamptz not null,
  -- What they read when they agreed, in their language.
  wording text not null check (length(wording) between 1 and 1000),
  primary key (event_id, person_id)
);
create index recording_consent_of_person on recording_consent (person_id);
