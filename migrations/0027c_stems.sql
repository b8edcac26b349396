-- What a thing is called, as the stems of its words, kept: to find out for each of a thousand while a page waits takes too long.

drop index tip_text_named;
drop index webinar_text_named;
drop index answer_text_named;

alter table tip_text add column stems text[] not null
  generated always as (tsvector_to_array(words_of(language, title || ' ' || summary))) stored;
alter table webinar_text add column stems text[] not null
  generated always as (tsvector_to_array(words_of(language, title || ' ' || summary))) stored;
alter table answer_text add column stems text[] not null
  generated always as (tsvector_to_array(words_of(language, title || ' ' || summary))) stored;

create index tip_text_stems on tip_text using gin (stems);
create index webinar_text_stems on webinar_text using gin (stems);
create index answer_text_stems on answer_text using gin (stems);
