-- An issue of the monthly update: written in blocks, sent to a list, kept to be read on the web.
create table edition (
  id uuid primary key,
  network_id uuid not null references network,
  list_id uuid not null references list,
  slug text not null check (slug ~ '^[a-z0-9-]{1,100}$'),
  -- By language: {"en": "…", "es": "…"}; a language may be missing.
  subject jsonb not null,
  preheader jsonb not null default '{}',
  -- What is composed, in order; each block names its type and version.
  blocks jsonb not null default '[]',
  -- What is read, by language: the blocks with the events, tips and recordings of the moment it was published.
  letters jsonb,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid references person on delete set null,
  scheduled_for timestamptz,
  sending_began_at timestamptz,
  sent_at timestamptz,
  cancelled_at timestamptz,
  published_at timestamptz,
  unique (network_id, slug),
  check (published_at is null or letters is not null),
  check (sending_began_at is null or published_at is not null)
);
create index edition_by_hand on edition (changed_by);
create index edition_published on edition (network_id, published_at desc) where published_at is not null;

create trigger edition_change after insert or update or delete on edition for each statement execute function tell_change();

-- What the mail engine sends of an edition: one content a language, and one for each test that a steward sent herself.
create table edition_content (
  content_id uuid primary key references mail_content on delete cascade,
  edition_id uuid not null references edition on delete cascade,
  is_test boolean not null
);
create index edition_content_by_edition on edition_content (edition_id);

-- A sent edition stays as it was; what is mended on the web says so, and what stood there is kept.
create table edition_correction (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  note text not null check (length(note) between 1 and 500),
  letters_before jsonb not null,
  corrected_by uuid references person on delete set null,
  corrected_at timestamptz not null
);
create index edition_correction_by_edition on edition_correction (edition_id, corrected_at);
create index edition_correction_by_hand on edition_correction (corrected_by);

create trigger edition_correction_change after insert or update or delete on edition_correction for each statement execute function tell_change();
