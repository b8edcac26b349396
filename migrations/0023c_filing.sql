-- Under which steps of the toolkit, and under which subjects, a tip, a webinar or an answer stands.

create table filing (
  tip_id uuid references tip on delete cascade,
  webinar_id uuid references webinar on delete cascade,
  answer_id uuid references answer on delete cascade,
  topic_id uuid references topic on delete cascade,
  step text check (step in ('support-team', 'scope', 'prepare', 'launch', 'act', 'sustain')),
  check (num_nonnulls(tip_id, webinar_id, answer_id) = 1),
  check (num_nonnulls(topic_id, step) = 1),
  unique nulls not distinct (tip_id, webinar_id, answer_id, topic_id, step)
);
create index filing_webinar on filing (webinar_id) where webinar_id is not null;
create index filing_answer on filing (answer_id) where answer_id is not null;
create index filing_topic on filing (topic_id) where topic_id is not null;
create index filing_step on filing (step) where step is not null;

-- What tips said of their step in words of their own.
insert into filing (tip_id, step)
  select tip_id, step.name from tip_text join (values
    ('support-team', 'build%support team%'), ('scope', 'define%scope%'), ('prepare', 'prepare%launch%'),
    ('launch', 'launch%'), ('launch', 'hold%launch%'), ('act', 'move to action%'), ('sustain', 'sustain%')
  ) as step (name, said) on tip_text.step ilike said where language = 'en'
  on conflict do nothing;

-- What a thing is called, to find others that speak of the same.
create index tip_text_named on tip_text using gin (words_of(language, title || ' ' || summary));
create index webinar_text_named on webinar_text using gin (words_of(language, title || ' ' || summary));
create index answer_text_named on answer_text using gin (words_of(language, title || ' ' || summary));

create trigger filing_change after insert or update or delete on filing for each statement execute function tell_change();
create trigger topic_change after insert or update or delete on topic for each statement execute function tell_change();
