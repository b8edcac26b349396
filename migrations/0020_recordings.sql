-- Recordings of webinars, what was said in them, their chapters and slides.

-- What the community keeps itself; what lies on another site stays a link of the webinar.
create table recording (
  webinar_id uuid primary key references webinar on delete cascade,
  network_id uuid not null references network,
  -- Its name in the folder that all processes share.
  file uuid not null unique,
  media_type text not null check (media_type in ('video/mp4', 'video/webm', 'audio/mp4', 'audio/mpeg')),
  bytes bigint not null check (bytes > 0),
  kept_at timestamptz not null,
  kept_by uuid references person on delete set null,
  -- Without captions it is shown only when a day was named by which they will be there.
  captions_due date
);
create index recording_by_hand on recording (kept_by);
create index recording_owed on recording (captions_due) where captions_due is not null;

create table slide_deck (
  webinar_id uuid primary key references webinar on delete cascade,
  network_id uuid not null references network,
  file uuid not null unique,
  media_type text not null check (media_type in ('application/pdf', 'application/zip')),
  name text not null check (length(name) between 1 and 200),
  bytes bigint not null check (bytes > 0),
  kept_at timestamptz not null,
  kept_by uuid references person on delete set null
);
create index slide_deck_by_hand on slide_deck (kept_by);

-- A file that is still coming, piece by piece; how much has come is the size of the file itself.
create table upload (
  id uuid primary key,
  webinar_id uuid not null references webinar on delete cascade,
  person_id uuid not null references person on delete cascade,
  purpose text not null check (purpose in ('recording', 'slides')),
  name text not null check (length(name) <= 200),
  bytes bigint not null check (bytes > 0),
  begun_at timestamptz not null
);
create index upload_of_webinar on upload (webinar_id);
create index upload_by_hand on upload (person_id);

create function words_of(language text, words text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector(case language when 'es' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.english'::regconfig end, words)
$$;

create table transcript (
  webinar_id uuid not null references webinar on delete cascade,
  language text not null check (language in ('en', 'es')),
  edited_at timestamptz not null,
  edited_by uuid references person on delete set null,
  primary key (webinar_id, language)
);
create index transcript_by_hand on transcript (edited_by);

create table cue (
  webinar_id uuid not null,
  language text not null,
  place integer not null check (place >= 0),
  starts_at integer not null check (starts_at >= 0),
  ends_at integer not null check (ends_at > starts_at),
  speaker text not null default '' check (length(speaker) <= 120),
  words text not null check (length(words) between 1 and 2000),
  searched tsvector not null generated always as (words_of(language, words)) stored,
  primary key (webinar_id, language, place),
  foreign key (webinar_id, language) references transcript on delete cascade
);
comment on column cue.starts_at is 'Milliseconds from the beginning of the recording.';

create table chapter (
  webinar_id uuid not null references webinar on delete cascade,
  language text not null check (language in ('en', 'es')),
  starts_at integer not null check (starts_at >= 0),
  title text not null check (length(title) between 1 and 160),
  primary key (webinar_id, language, starts_at)
);
comment on column chapter.starts_at is 'Milliseconds from the beginning of the recording.';

-- One row a language: all words of a webinar, in its title, its summary, its notes, and in what was said.
create table webinar_words (
  webinar_id uuid not null references webinar on delete cascade,
  language text not null,
  -- Those of the title, the summary and the speakers alone: who is found by them comes first.
  head tsvector not null,
  words tsvector not null,
  primary key (webinar_id, language)
);
create index webinar_words_searched on webinar_words using gin (words);

create function query_of(language text, asked text) returns tsquery language sql immutable parallel safe as $$
  select websearch_to_tsquery(case language when 'es' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.english'::regconfig end, asked)
$$;

-- Any of what is asked, where all of it need not stand in one sentence.
create function any_of(asked tsquery) returns tsquery language sql immutable parallel safe as $$
  select replace(replace(asked::text, ' & ', ' | '), ' <-> ', ' | ')::tsquery
$$;

create function index_webinar(which uuid, in_language text) returns void language sql as $$
  insert into webinar_words (webinar_id, language, head, words)
  select which, in_language, text.head, text.head || words_of(in_language, text.body) || words_of(in_language, coalesce((
    select string_agg(cue.words, ' ' order by place) from cue where cue.webinar_id = which and cue.language = in_language
  ), ''))
  from (
    select words_of(in_language, coalesce(max(title || ' ' || summary || ' ' || speakers), '')) as head, coalesce(max(body), '') as body
    from webinar_text where webinar_id = which and language = in_language
  ) as text
  where exists (select from webinar where id = which)
  on conflict (webinar_id, language) do update set head = excluded.head, words = excluded.words
$$;

-- Where all that is asked stands somewhere. To look through the table would be to unpack every word of every webinar, which the planner
-- does not count: the index alone knows.
create function webinars_that_speak_of(asked text) returns table (id uuid, by_its_head boolean)
language sql stable set enable_seqscan = off as $$
  select webinar_id, bool_or(by_its_head) from (
    select webinar_id, head @@ query_of('en', asked) as by_its_head from webinar_words where language = 'en' and words @@ query_of('en', asked)
    union all
    select webinar_id, head @@ query_of('es', asked) from webinar_words where language = 'es' and words @@ query_of('es', asked)
  ) as found group by webinar_id
$$;

create function index_webinar_text() returns trigger language plpgsql as $$
begin
  perform index_webinar(coalesce(new.webinar_id, old.webinar_id), coalesce(new.language, old.language));
  return null;
end $$;

create trigger webinar_text_words after insert or update or delete on webinar_text for each row execute function index_webinar_text();
select index_webinar(webinar_id, language) from webinar_text;

create trigger recording_change after insert or update or delete on recording for each statement execute function tell_change();
create trigger slide_deck_change after insert or update or delete on slide_deck for each statement execute function tell_change();
create trigger transcript_change after insert or update or delete on transcript for each statement execute function tell_change();
create trigger chapter_change after insert or update or delete on chapter for each statement execute function tell_change();
