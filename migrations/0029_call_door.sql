-- A call's door opens a quarter of an hour before it begins; a host may open it earlier.
create table call_door (
  event_id uuid primary key references event on delete cascade,
  opened_at timestamptz not null,
  opened_by uuid references person on delete set null
);
create index call_door_by_hand on call_door (opened_by);
