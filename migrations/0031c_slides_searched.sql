-- What stands on slides is found like what was said. In which language it is nobody knows: it is read as both.

alter table slide_page
  add column searched tsvector not null generated always as (words_of('en', words) || words_of('es', words)) stored;

create or replace function index_webinar(which uuid, in_language text) returns void language sql as $$
  insert into webinar_words (webinar_id, language, head, words, sentences)
  select which, in_language, text.head, text.head || words_of(in_language, text.body) || words_of(in_language, coalesce((
    select string_agg(cue.words, ' ' order by place) from cue where cue.webinar_id = which and cue.language = in_language
  ), '')) || words_of(in_language, coalesce((select string_agg(slide_page.words, ' ' order by page) from slide_page where webinar_id = which), '')),
  coalesce((
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

-- Pages are drawn, and taken away, before their deck says so.
create function index_slides() returns trigger language plpgsql as $$
begin
  perform index_webinar(coalesce(new.webinar_id, old.webinar_id), language) from webinar_words where webinar_id = coalesce(new.webinar_id, old.webinar_id);
  return null;
end $$;
create trigger slide_deck_words after update or delete on slide_deck for each row execute function index_slides();

select index_webinar(webinar_id, language) from webinar_words where webinar_id in (select webinar_id from slide_page);
