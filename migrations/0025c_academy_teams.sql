-- With which team somebody would come to the Academy, said before its date is set. It goes with their wish to be told.
create table academy_interest (
  event_id uuid not null,
  person_id uuid not null,
  state text check (state ~ '^[A-Z]{2}$'),
  -- Empty: no team yet.
  team text not null default '' check (length(team) <= 120),
  role text not null default '' check (length(role) <= 100),
  said_at timestamptz not null,
  primary key (event_id, person_id),
  foreign key (event_id, person_id) references event_interest on delete cascade
);
create index academy_interest_by_person on academy_interest (person_id);
