-- Who speaks at events and in webinars of the archive.

create table speaker (
  id uuid primary key,
  network_id uuid not null references network,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  name text not null check (length(name) between 1 and 120),
  organisation text not null default '' check (length(organisation) <= 160),
  -- The member it is, if they are one here.
  person_id uuid references person on delete set null,
  picture text check (picture ~ '^/files/[0-9a-f]{40}[.](png|jpg)$'),
  edited_at timestamptz not null,
  edited_by uuid references person on delete set null,
  unique (network_id, slug)
);
create index speaker_is on speaker (person_id);
create index speaker_by_hand on speaker (edited_by);

create table speaker_text (
  speaker_id uuid not null references speaker on delete cascade,
  language text not null check (language in ('en', 'es')),
  role text not null default '' check (length(role) <= 160),
  bio text not null default '' check (length(bio) <= 2000),
  -- What the picture shows, for whoever does not see it.
  picture_alt text not null default '' check (length(picture_alt) <= 200),
  primary key (speaker_id, language)
);

create table event_speaker (
  event_id uuid not null references event on delete cascade,
  speaker_id uuid not null references speaker on delete cascade,
  place smallint not null check (place >= 0),
  primary key (event_id, speaker_id)
);
create index event_speaker_of on event_speaker (speaker_id);

create table webinar_speaker (
  webinar_id uuid not null references webinar on delete cascade,
  speaker_id uuid not null references speaker on delete cascade,
  place smallint not null check (place >= 0),
  primary key (webinar_id, speaker_id)
);
create index webinar_speaker_of on webinar_speaker (speaker_id);

-- Once speakers are chosen, the line of them that lists and search read is made of who they are. Until then it is what was typed.
create function line_of_speakers(which uuid, in_language text) returns text language sql stable as $$
  select left(string_agg(name || coalesce(' (' || nullif(concat_ws(', ', nullif(role, ''), nullif(organisation, '')), '') || ')', ''),
    ', ' order by place), 600)
  from webinar_speaker join speaker on speaker.id = speaker_id left join lateral (
    select role from speaker_text where speaker_text.speaker_id = speaker.id and role <> ''
    order by language = in_language desc, language limit 1
  ) as text on true
  where webinar_id = which
$$;

create function keep_line_of_speakers() returns trigger language plpgsql as $$
begin
  new.speakers := coalesce(line_of_speakers(new.webinar_id, new.language), new.speakers);
  return new;
end $$;
create trigger webinar_text_speakers before insert or update on webinar_text for each row execute function keep_line_of_speakers();

create function follow_webinar_speaker() returns trigger language plpgsql as $$
begin
  update webinar_text set speakers = speakers where webinar_id = coalesce(new.webinar_id, old.webinar_id);
  return null;
end $$;
create trigger webinar_speaker_line after insert or update or delete on webinar_speaker
  for each row execute function follow_webinar_speaker();

create function follow_speaker() returns trigger language plpgsql as $$
begin
  update webinar_text set speakers = speakers where webinar_id in (select webinar_id from webinar_speaker where speaker_id = new.id);
  return null;
end $$;
create trigger speaker_line after update on speaker for each row execute function follow_speaker();

create trigger speaker_change after insert or update or delete on speaker for each statement execute function tell_change();
create trigger event_speaker_change after insert or update or delete on event_speaker for each statement execute function tell_change();
create trigger webinar_speaker_change after insert or update or delete on webinar_speaker for each statement execute function tell_change();
