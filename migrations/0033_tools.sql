-- Tools: what is asked, what it counts and what comes of it is data, kept in versions. A run keeps the version by which it was answered.

create table tool (
  id uuid primary key,
  network_id uuid not null references network,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  unique (network_id, slug)
);

create table tool_version (
  tool_id uuid not null references tool on delete cascade,
  number integer not null check (number > 0),
  definition jsonb not null check (pg_column_size(definition) <= 1000000),
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  -- Null: it is being written, and only stewards see it.
  published_at timestamptz,
  primary key (tool_id, number)
);
create unique index tool_version_in_writing on tool_version (tool_id) where published_at is null;
create index tool_version_by_hand on tool_version (made_by) where made_by is not null;

-- One answering of a tool by one person or team. Whoever holds its signed link may read it, and until it is finished go on with it.
create table tool_run (
  id uuid primary key,
  network_id uuid not null references network,
  tool_id uuid not null,
  version integer not null,
  -- Runs of one team follow one another: their results are a trend.
  team_id uuid not null,
  -- Who was signed in. Their runs go with them when they are forgotten.
  person_id uuid references person on delete cascade,
  answers jsonb not null check (pg_column_size(answers) <= 300000),
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  finished_at timestamptz,
  foreign key (tool_id, version) references tool_version (tool_id, number)
);
create index tool_run_of_team on tool_run (team_id, finished_at);
create index tool_run_of_person on tool_run (person_id) where person_id is not null;
create index tool_run_of_tool on tool_run (tool_id, finished_at);
create index tool_run_drafts on tool_run (saved_at) where finished_at is null;
create index tool_run_of_network on tool_run (network_id);

create trigger tool_change after insert or update or delete on tool for each statement execute function tell_change();
create trigger tool_version_change after insert or update or delete on tool_version for each statement execute function tell_change();
