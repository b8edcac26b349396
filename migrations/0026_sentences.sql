-- In which sentences of a webinar a word stands, so that a search need not look through all that was said.

alter table webinar_words add column sentences jsonb not null default '{}';
-- A search asks it for one stem among thousands: unpacking it would cost more than reading it.
alter table webinar_words alter column sentences set storage external;
comment on column webinar_words.sentences is 'By stem, the places of the sentences that have it, parted by commas.';

create or replace function index_webinar(which uuid, in_language text) returns void language sql as $$
  insert into webinar_words (webinar_id, language, head, words, sentences)
  select which, in_language, text.head, text.head || words_of(in_language, text.body) || words_of(in_language, coalesce((
    select string_agg(cue.words, ' ' order by place) from cue where cue.webinar_id = which and cue.language = in_language
  ), '')), coalesce((
    select jsonb_object_agg(lexeme, places) from (
      select lexeme, string_agg(place::text, ',' order by place) as places
      from cue, unnest(words_of(in_language, cue.words)) as stem where cue.webinar_id = which and cue.language = in_language group by lexeme
    ) as stems
  ), '{}')
  from (
    select words_of(in_language, coalesce(max(title || ' ' || summary || ' ' || speakers), '')) as head, coalesce(max(body), '') as body
    from webinar_text where webinar_id = which and language = in_language
  ) as text
  where exists (select from webinar where id = which)
  on conflict (webinar_id, language) do update set head = excluded.head, words = excluded.words, sentences = excluded.sentences
$$;

select index_webinar(webinar_id, language) from webinar_words;
alter table cue drop column searched;

-- The stems that are asked for; what is asked to be left out is none of them.
create function stems_asked(language text, asked text) returns text[] language sql immutable parallel safe as $$
  select tsvector_to_array(words_of(language, regexp_replace(asked, '(^|\s)-\S+', ' ', 'g')))
$$;
