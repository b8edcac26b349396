-- The pages of slides, as pictures with the words on them.

-- Null: they wait to be drawn. No pages: they cannot be shown, and are there to be taken along alone.
alter table slide_deck add column pages integer check (pages >= 0);

create table slide_page (
  webinar_id uuid not null references slide_deck on delete cascade,
  page integer not null check (page > 0),
  -- Its name in the folder that all processes share.
  file uuid not null unique,
  bytes integer not null check (bytes > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  words text not null check (length(words) <= 4000),
  primary key (webinar_id, page)
);

create trigger slide_page_change after insert or update or delete on slide_page for each statement execute function tell_change();
