-- What people are asked a day after a gathering: those who came one thing, those who did not another.

create table survey (
  event_id uuid primary key references event on delete cascade,
  -- Questions of the stewards' own, in the order asked; empty: the community's.
  came_questions text[] not null default '{}' check (cardinality(came_questions) <= 10),
  missed_questions text[] not null default '{}' check (cardinality(missed_questions) <= 10),
  set_at timestamptz not null,
  -- When the mails were queued; null: not yet.
  asked_at timestamptz
);

-- Whom the mail went to: their link opens as long as this row stands.
create table survey_ask (
  event_id uuid not null references survey on delete cascade,
  person_id uuid not null references person on delete cascade,
  side text not null check (side in ('came', 'missed')),
  asked_at timestamptz not null,
  primary key (event_id, person_id)
);
create index survey_ask_by_person on survey_ask (person_id);

-- The question stands as it was asked, so that an answer keeps its sense when the stewards change it.
create table survey_answer (
  event_id uuid not null,
  person_id uuid not null,
  question text not null check (length(question) between 1 and 300),
  answer text not null check (length(answer) between 1 and 2000),
  said_at timestamptz not null,
  primary key (event_id, person_id, question),
  foreign key (event_id, person_id) references survey_ask on delete cascade
);
