-- For which state an event is above all; null: for everybody.
alter table event add column state text check (state ~ '^[A-Z]{2}$');

-- Which kinds of pieces in it differ from reader to reader, and where their links lead.
alter table edition_content add column personal text[] not null default '{}';
alter table edition_content add column base_url text not null default '';
