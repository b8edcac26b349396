-- Challenges that people bring to office hours, and the answers that stay.

create table answer (
  id uuid primary key,
  network_id uuid not null references network,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  begun_at timestamptz not null,
  -- Null: a draft, which stewards alone see.
  published_at timestamptz,
  unique (network_id, slug)
);
create index answer_newest on answer (network_id, published_at desc);

create table answer_text (
  answer_id uuid not null references answer on delete cascade,
  language text not null check (language in ('en', 'es')),
  title text not null check (length(title) between 1 and 160),
  summary text not null check (length(summary) <= 320),
  -- What was asked, in words that name nobody.
  asked text not null default '' check (length(asked) <= 4000),
  body text not null check (length(body) <= 60000),
  searched tsvector not null generated always as (
    to_tsvector(case language when 'es' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.english'::regconfig end,
      title || ' ' || summary || ' ' || asked || ' ' || body)
  ) stored,
  edited_at timestamptz not null,
  edited_by uuid references person on delete set null,
  primary key (answer_id, language)
);
create index answer_text_searched on answer_text using gin (searched);
create index answer_text_by_hand on answer_text (edited_by);

create table question (
  id uuid primary key,
  network_id uuid not null references network,
  person_id uuid not null references person on delete cascade,
  -- The call it is brought to; null: the next one that has room for it.
  event_id uuid references event on delete set null,
  stage text not null default '' check (length(stage) <= 80),
  happened text not null check (length(happened) between 1 and 4000),
  tried text not null default '' check (length(tried) <= 4000),
  wish text not null check (wish in ('ideas', 'example', 'someone-to-call', 'listen')),
  sharing text not null check (sharing in ('named', 'nameless', 'not-at-all')),
  asked_at timestamptz not null,
  -- Null: the address was not proved yet, and nobody sees it.
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  -- Its place in the queue of its call; equal ones stand in the order they were asked.
  place integer not null default 0,
  assigned_to uuid references person on delete set null,
  answer_id uuid references answer on delete set null
);
create index question_of_event on question (event_id);
create index question_of_person on question (person_id);
create index question_assigned on question (assigned_to);
create index question_of_answer on question (answer_id);
create index question_open on question (network_id, asked_at) where answer_id is null and withdrawn_at is null;

-- Who has the same challenge, and is told of the answer.
create table me_too (
  question_id uuid not null references question on delete cascade,
  person_id uuid not null references person on delete cascade,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (question_id, person_id)
);
create index me_too_of_person on me_too (person_id);

-- Thirty days later: did it help?
create table answer_outcome (
  answer_id uuid not null references answer on delete cascade,
  person_id uuid not null references person on delete cascade,
  told_at timestamptz not null,
  said text check (said in ('yes', 'some', 'no')),
  said_at timestamptz,
  primary key (answer_id, person_id)
);
create index answer_outcome_of_person on answer_outcome (person_id);

create trigger answer_change after insert or update or delete on answer for each statement execute function tell_change();
create trigger answer_text_change after insert or update or delete on answer_text for each statement execute function tell_change();
create trigger answer_outcome_change after insert or update or delete on answer_outcome for each statement execute function tell_change();
create trigger question_change after insert or update or delete on question for each statement execute function tell_change();
create trigger me_too_change after insert or update or delete on me_too for each statement execute function tell_change();
