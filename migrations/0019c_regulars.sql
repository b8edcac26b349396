-- Who comes to all dates of a series: dates that are made later get their RSVP by themselves.
create table regular (
  rhythm_id uuid not null references rhythm on delete cascade,
  person_id uuid not null references person on delete cascade,
  since timestamptz not null,
  primary key (rhythm_id, person_id)
);
create index regular_by_person on regular (person_id);
