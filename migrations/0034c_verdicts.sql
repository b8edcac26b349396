-- What readers say of a tip or a step: whether it helped, and what they would change. Nobody is named.

create table verdict (
  id uuid primary key,
  network_id uuid not null references network,
  tip_id uuid references tip on delete cascade,
  step_id uuid references step on delete cascade,
  -- Null: only words.
  helped boolean,
  words text not null default '' check (length(words) <= 2000),
  given_at timestamptz not null,
  -- When a steward had read the words and done what there was to do.
  settled_at timestamptz,
  check (num_nonnulls(tip_id, step_id) = 1),
  check (helped is not null or words <> '')
);
create index verdict_tip on verdict (tip_id) where tip_id is not null;
create index verdict_step on verdict (step_id) where step_id is not null;
create index verdict_words on verdict (network_id, given_at) where words <> '' and settled_at is null;
