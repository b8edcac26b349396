-- What a steward typed and has not saved yet: one draft for each writer, edition and language. Saving removes it.
create table edition_draft (
  edition_id uuid not null references edition on delete cascade,
  person_id uuid not null references person on delete cascade,
  language text not null check (language in ('en', 'es')),
  -- The fields of the form, by name.
  fields jsonb not null,
  -- When the edition had been saved last, as this writer saw it.
  seen timestamptz not null,
  kept_at timestamptz not null,
  primary key (edition_id, person_id, language)
);
create index edition_draft_by_person on edition_draft (person_id);

-- Who has an edition open to write it, told by their browser every few seconds.
create table edition_writer (
  edition_id uuid not null references edition on delete cascade,
  person_id uuid not null references person on delete cascade,
  language text not null check (language in ('en', 'es')),
  here_at timestamptz not null,
  primary key (edition_id, person_id)
);
create index edition_writer_by_person on edition_writer (person_id);

-- What an edition said after each save, so that any two can be compared and an older one taken up again.
create table edition_version (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  subject jsonb not null,
  preheader jsonb not null,
  blocks jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid references person on delete set null,
  -- When the version that was taken up again had been saved.
  restores timestamptz
);
create index edition_version_newest on edition_version (edition_id, saved_at desc, id desc);
create index edition_version_by_hand on edition_version (saved_by);
