-- What hosts and whoever asked write to each other about a challenge.
create table question_message (
  id uuid primary key,
  question_id uuid not null references question on delete cascade,
  -- Null: a host who has left; their words stay with whom they were for.
  person_id uuid references person on delete set null,
  side text not null check (side in ('asker', 'host')),
  words text not null check (length(words) <= 8000),
  -- What a mail quoted of the one it answers.
  quoted text not null default '' check (length(quoted) <= 40000),
  -- Names and sizes of what came with a mail; the files themselves are not kept.
  files jsonb not null default '[]',
  said_at timestamptz not null,
  -- Null: written on a page.
  mail_key text,
  unique (question_id, mail_key)
);
create index question_message_by_person on question_message (person_id);

-- One person's way to write about one challenge by mail: its id, signed, stands in the address that their notices are answered to.
create table question_thread (
  id uuid primary key,
  question_id uuid not null references question on delete cascade,
  person_id uuid not null references person on delete cascade,
  unique (question_id, person_id)
);
create index question_thread_by_person on question_thread (person_id);
