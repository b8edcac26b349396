-- Words that a community keeps about people, brought along by an import: "board", "2024 cohort". Checking each reference is most of
-- what an import costs, so rows that come by the hundred thousand refer to no more than they must: the network is that of the import.
create table person_tag (
  network_id uuid not null,
  person_id uuid not null references person on delete cascade,
  tag text not null check (length(tag) between 1 and 80),
  tagged_at timestamptz not null,
  primary key (network_id, tag, person_id)
);
create index person_tag_by_person on person_tag (person_id);

-- A file of people that a steward brought: what it says, by what consent, and how far it has come. Its moments follow one another.
create table import (
  id uuid primary key,
  network_id uuid not null references network,
  begun_by uuid references person on delete set null,
  file_name text not null check (length(file_name) between 1 and 200),
  begun_at timestamptz not null,
  found jsonb not null,
  -- Which column says what, by its heading.
  columns jsonb,
  list_id uuid references list,
  -- Where these people come from and what they agreed to, word for word as the steward stated it.
  origin text not null default '' check (length(origin) <= 500),
  wording text not null default '' check (length(wording) <= 2000),
  -- Who reads the file just now: whoever began last. Others stop.
  run_id uuid,
  -- By the database's clock: work that has not moved for a while was broken off, and is gone on with.
  moved_at timestamptz,
  read_rows integer not null default 0,
  -- The last row that was taken, or taken back.
  last_number integer not null default 0,
  checking_began_at timestamptz,
  checked_at timestamptz,
  checked jsonb,
  -- Why the file could not be read to its end.
  fault text,
  taking_began_at timestamptz check (taking_began_at is null or checked_at is not null),
  taken_at timestamptz,
  taken jsonb,
  undoing_began_at timestamptz check (undoing_began_at is null or taken_at is not null),
  undone_at timestamptz,
  undone jsonb
);
create index import_by_network on import (network_id, begun_at desc);
create index import_by_hand on import (begun_by) where begun_by is not null;
create index import_at_work on import (moved_at) where moved_at is not null;

-- The rows that can be taken, each address once; after that, what was done for each person, so that it can be taken back. They
-- refer to import and person by id alone, for the reason above: whoever removes either removes their rows.
create table import_row (
  import_id uuid not null,
  number integer not null,
  address text not null,
  wants text not null check (wants in ('on', 'left', 'bounced')),
  facts jsonb not null,
  person_id uuid,
  deed jsonb,
  primary key (import_id, number),
  unique (address, import_id)
);
create index import_row_by_person on import_row (person_id) where person_id is not null;

-- The rows that cannot be taken, to be mended and brought again.
create table import_fault (
  import_id uuid not null references import on delete cascade,
  number integer not null,
  file text not null,
  line integer not null,
  fault text not null,
  cells text[] not null,
  primary key (import_id, number)
);

-- Who took what along from here, and when: people's data never leaves unnoticed.
create table export (
  id uuid primary key,
  network_id uuid not null references network,
  person_id uuid references person on delete set null,
  what text not null check (what in ('people-csv', 'people-vcard', 'everything')),
  list_id uuid references list on delete set null,
  exported_at timestamptz not null
);
create index export_by_network on export (network_id, exported_at desc);
create index export_by_person on export (person_id) where person_id is not null;
