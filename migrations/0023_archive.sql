-- A webinar of the archive is what an event was; who registered is told when the recording is there.

alter table webinar add column event_id uuid references event on delete set null;
create index webinar_of_event on webinar (event_id);

-- The moment from which readers could see a recording, here or on another site, and the event whose people have been told.
create table recording_shown (
  webinar_id uuid primary key references webinar on delete cascade,
  shown_at timestamptz not null,
  told_event_id uuid references event on delete set null
);
create index recording_shown_told on recording_shown (told_event_id);

create view webinar_seen as
  select id, network_id, event_id, published_at from webinar
  where published_at is not null and (recording is not null or exists (
    select from recording where webinar_id = webinar.id
      and (captions_due is not null or exists (select from transcript where transcript.webinar_id = webinar.id))
  ));

-- What is seen already is no news.
insert into recording_shown (webinar_id, shown_at) select id, published_at from webinar_seen;

create trigger recording_shown_change after insert or update or delete on recording_shown for each statement execute function tell_change();
