-- Where somebody's partnership is: the step they marked, and what of each step they have done. Theirs alone; it goes with them.

create table step_standing (
  person_id uuid not null references person on delete cascade,
  network_id uuid not null references network,
  step_id uuid not null references step on delete cascade,
  marked_at timestamptz not null,
  primary key (person_id, network_id)
);
create index step_standing_step on step_standing (step_id);

create table step_done (
  person_id uuid not null references person on delete cascade,
  step_id uuid not null references step on delete cascade,
  -- Of the numbered list in the step.
  number integer not null check (number between 1 and 99),
  done_at timestamptz not null,
  primary key (person_id, step_id, number)
);
create index step_done_step on step_done (step_id);
