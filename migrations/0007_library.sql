-- What the community is, in one sentence, for readers of Spanish; without it they get the other.
alter table network add column tagline_es text not null default '' check (length(tagline_es) <= 160);

-- The library: toolkit tips, the archive of webinars, the community's own pages.
-- Each stands once per language; a reader is given their language where it exists, otherwise English.
create table tip (
  id uuid primary key,
  network_id uuid not null references network,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  begun_at timestamptz not null,
  -- Null: a draft, which stewards alone see.
  published_at timestamptz,
  unique (network_id, slug)
);
create index tip_newest on tip (network_id, published_at desc);

create table tip_text (
  tip_id uuid not null references tip on delete cascade,
  language text not null check (language in ('en', 'es')),
  title text not null check (length(title) between 1 and 160),
  summary text not null check (length(summary) <= 320),
  step text not null default '' check (length(step) <= 80),
  author text not null default '' check (length(author) <= 160),
  body text not null check (length(body) <= 60000),
  edited_at timestamptz not null,
  edited_by uuid references person on delete set null,
  primary key (tip_id, language)
);
create index tip_text_by_hand on tip_text (edited_by);

create table webinar (
  id uuid primary key,
  network_id uuid not null references network,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  held_on date not null,
  minutes integer check (minutes between 1 and 1440),
  recording text check (recording ~ '^https?://' and length(recording) <= 2000),
  slides text check (slides ~ '^https?://' and length(slides) <= 2000),
  begun_at timestamptz not null,
  published_at timestamptz,
  unique (network_id, slug)
);
create index webinar_newest on webinar (network_id, held_on desc);

create table webinar_text (
  webinar_id uuid not null references webinar on delete cascade,
  language text not null check (language in ('en', 'es')),
  title text not null check (length(title) between 1 and 160),
  summary text not null check (length(summary) <= 320),
  speakers text not null default '' check (length(speakers) <= 600),
  body text not null check (length(body) <= 60000),
  edited_at timestamptz not null,
  edited_by uuid references person on delete set null,
  primary key (webinar_id, language)
);
create index webinar_text_by_hand on webinar_text (edited_by);

-- About, contact, accessibility, privacy: their addresses are fixed, their words are the community's.
create table page (
  id uuid primary key,
  network_id uuid not null references network,
  slug text not null check (slug in ('about', 'contact', 'accessibility', 'privacy')),
  unique (network_id, slug)
);

create table page_text (
  page_id uuid not null references page on delete cascade,
  language text not null check (language in ('en', 'es')),
  title text not null check (length(title) between 1 and 160),
  summary text not null check (length(summary) <= 320),
  body text not null check (length(body) <= 60000),
  edited_at timestamptz not null,
  edited_by uuid references person on delete set null,
  primary key (page_id, language)
);
create index page_text_by_hand on page_text (edited_by);

create trigger tip_change after insert or update or delete on tip for each statement execute function tell_change();
create trigger tip_text_change after insert or update or delete on tip_text for each statement execute function tell_change();
create trigger webinar_change after insert or update or delete on webinar for each statement execute function tell_change();
create trigger webinar_text_change after insert or update or delete on webinar_text for each statement execute function tell_change();
create trigger page_change after insert or update or delete on page for each statement execute function tell_change();
create trigger page_text_change after insert or update or delete on page_text for each statement execute function tell_change();
