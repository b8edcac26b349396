-- Every mail that leaves, kept from the transaction of the change it tells of until long after it was sent.
-- A mail of its own carries its words; one of many (an edition) names the content it shares with the others.
create table mail (
  id uuid primary key,
  network_id uuid not null references network,
  person_id uuid references person on delete set null,
  to_address text not null check (to_address !~ '[\r\n]'),
  language text not null check (language in ('en', 'es')),
  subject text,
  body text,
  extras jsonb not null default '{}',
  content_id uuid,
  -- Two tries to queue the same news become one mail.
  once_key text unique,
  queued_at timestamptz not null,
  due_at timestamptz not null,
  -- waiting: may be sent. handed: given to a server whose answer we have not seen. sent, failed: the end. stopped: held back by a person.
  state text not null check (state in ('waiting', 'handed', 'sent', 'failed', 'stopped')),
  handed_at timestamptz,
  sent_at timestamptz,
  tries smallint not null default 0,
  last_answer text
);
create index mail_waiting on mail (due_at) where state in ('waiting', 'handed');
create index mail_by_person on mail (person_id, queued_at);
create index mail_by_content on mail (content_id, state) where content_id is not null;
create index mail_newest on mail (queued_at desc);
