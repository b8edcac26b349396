-- Who was there: by the page that leads into the call, or because a host said so.
create table attendance (
  event_id uuid not null references event on delete cascade,
  person_id uuid not null references person on delete cascade,
  way text not null check (way in ('link', 'host')),
  came_at timestamptz not null,
  -- The steward who said so; null when the person came by the page of the call.
  noted_by uuid references person on delete set null,
  primary key (event_id, person_id)
);
create index attendance_by_person on attendance (person_id);
create index attendance_by_steward on attendance (noted_by);
