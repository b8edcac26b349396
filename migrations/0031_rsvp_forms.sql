-- What stewards ask on the RSVP form of an event, or at each date of a series, and what people answered.

create table form_question (
  id uuid primary key,
  network_id uuid not null references network,
  -- Asked at one event, or at every date of a series.
  event_id uuid references event on delete cascade,
  rhythm_id uuid references rhythm on delete cascade,
  kind text not null check (kind in ('line', 'text', 'one', 'several', 'yes-no')),
  is_required boolean not null,
  -- By language; what is not translated is read in the other one.
  words jsonb not null,
  -- What can be picked, in order, by language.
  options jsonb not null default '[]' check (jsonb_array_length(options) <= 30),
  place int not null,
  written_at timestamptz not null,
  -- Not asked any more; what was answered stays.
  removed_at timestamptz,
  check (num_nonnulls(event_id, rhythm_id) = 1)
);
create index form_question_of_event on form_question (event_id) where event_id is not null;
create index form_question_of_rhythm on form_question (rhythm_id) where rhythm_id is not null;
create trigger form_question_change after insert or update or delete on form_question for each statement execute function tell_change();

-- A pick is kept in its words, so that it keeps its sense when stewards change what can be picked.
create table form_answer (
  event_id uuid not null references event on delete cascade,
  person_id uuid not null references person on delete cascade,
  question_id uuid not null references form_question on delete cascade,
  said text[] not null check (cardinality(said) between 1 and 30),
  said_at timestamptz not null,
  primary key (event_id, person_id, question_id)
);
create index form_answer_by_person on form_answer (person_id);
create index form_answer_to on form_answer (question_id, person_id);

-- What was typed with an address that has not followed its link yet.
alter table rsvp_ask add column answers jsonb not null default '[]';
