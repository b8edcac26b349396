-- Comparing: what the members who chose it say with a tool, together.

-- When its person chose that it counts; null: it is theirs alone.
alter table tool_run add column compared_at timestamptz;
alter table tool_run add constraint compared_runs_are_finished check (compared_at is null or (person_id is not null and finished_at is not null));
create index tool_run_compared on tool_run (tool_id, person_id, finished_at) where compared_at is not null;

-- Each state in which a comparison was shown, with the runs it was made of: no two of them may differ by fewer than five people.
create table tool_comparison (
  tool_id uuid not null references tool on delete cascade,
  made_at timestamptz not null,
  run_ids uuid[] not null check (cardinality(run_ids) >= 5),
  shares jsonb not null,
  primary key (tool_id, made_at)
);
