-- The toolkit: its steps, in order, each once per language; a reader is given theirs where it exists, otherwise English.

create table step (
  id uuid primary key,
  network_id uuid not null references network,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  place integer not null check (place > 0),
  unique (network_id, slug),
  unique (network_id, place) deferrable
);

create table step_text (
  step_id uuid not null references step on delete cascade,
  language text not null check (language in ('en', 'es')),
  title text not null check (length(title) between 1 and 160),
  summary text not null check (length(summary) <= 320),
  body text not null check (length(body) <= 60000),
  edited_at timestamptz not null,
  edited_by uuid references person on delete set null,
  primary key (step_id, language)
);
create index step_text_by_hand on step_text (edited_by);

create trigger step_change after insert or update or delete on step for each statement execute function tell_change();
create trigger step_text_change after insert or update or delete on step_text for each statement execute function tell_change();
