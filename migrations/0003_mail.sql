-- A UUIDv7 (RFC 9562, section 5.7) for rows that one statement makes by the thousand. PostgreSQL has one of its own from 18 on.
create function new_id() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1),
    'hex')::uuid
$$;

-- What many mails have in common: an edition in one language. {{names}} in it are filled in for each reader when the mail leaves.
create table mail_content (
  id uuid primary key,
  network_id uuid not null references network,
  kind text not null,
  -- Two tries to queue the same edition become one.
  once_key text not null unique,
  language text not null check (language in ('en', 'es')),
  subject text not null check (subject !~ '[\r\n]'),
  html text not null,
  text text not null,
  headers jsonb not null default '{}',
  queued_at timestamptz not null,
  paused_at timestamptz,
  cancelled_at timestamptz
);

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
  content_id uuid references mail_content,
  -- Two tries to queue the same news become one mail.
  once_key text,
  queued_at timestamptz not null,
  due_at timestamptz not null,
  -- waiting: is to be sent. sent, failed: the end. stopped: held back by a person for good.
  state text not null check (state in ('waiting', 'sent', 'failed', 'stopped')),
  -- Who has claimed it. A claim ends when its sender is gone.
  sender_id uuid,
  sent_at timestamptz,
  -- A server was given it and its answer never came, so it was sent once more: the reader may have two.
  resent_at timestamptz,
  tries smallint not null default 0,
  last_answer text,
  check (content_id is not null or (subject is not null and body is not null))
) with (fillfactor = 50);
create unique index mail_once on mail (once_key) where once_key is not null;
create unique index mail_once_a_reader on mail (content_id, person_id) where content_id is not null;
create index mail_single_waiting on mail (due_at) where state = 'waiting' and content_id is null;
create index mail_bulk_waiting on mail (content_id, due_at) where state = 'waiting' and content_id is not null;
create index mail_unsent on mail (state, id) where state <> 'sent';
create index mail_by_person on mail (person_id);
create index mail_to_address on mail (to_address) where person_id is null;

-- The programs that send just now. One that was not seen for ten seconds is gone, and others take over its mails.
create table sender (
  id uuid primary key,
  seen_at timestamptz not null,
  -- The mails that servers are being given, at most one for each connection. Marked before, so that after a crash it is known which are in doubt.
  in_hand uuid[] not null default '{}',
  -- Why nothing leaves, in the mail server's words.
  trouble text
) with (fillfactor = 20);

-- What came of mails that were given to servers. That a server took one is true whoever holds it now; what else came of it
-- counts while it waits in the sender's name. Functions, since planning these anew each time cost more than doing them.
create function keep_mail_results(
  sender uuid, at timestamptz, ids uuid[], states text[], answers text[], due_ats timestamptz[], counted int[], doubts boolean[]
) returns integer language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  kept integer;
begin
  update mail set
    state = given.state,
    sender_id = null,
    sent_at = case when given.state = 'sent' then at else sent_at end,
    resent_at = case when given.is_in_doubt then at else resent_at end,
    due_at = coalesce(given.due_at, mail.due_at),
    tries = mail.tries + given.tries,
    last_answer = given.answer
  from unnest(ids, states, answers, due_ats, counted, doubts) as given (id, state, answer, due_at, tries, is_in_doubt)
  where mail.id = given.id
    and case given.state when 'sent' then mail.state <> 'sent' else mail.state = 'waiting' and mail.sender_id = sender end;
  get diagnostics kept = row_count;
  return kept;
end $$;

-- The same, and marks the mails that servers are given next: those of the wanted that still wait in the sender's name, their
-- edition not paused. Gives all that are marked, or null when the sender was taken for gone.
create function keep_mail_round(
  sender uuid, at timestamptz, ids uuid[], states text[], answers text[], due_ats timestamptz[], counted int[], doubts boolean[],
  already uuid[], wanted uuid[]
) returns uuid[] language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  marked uuid[];
begin
  perform keep_mail_results(sender, at, ids, states, answers, due_ats, counted, doubts);
  update sender s set seen_at = now(), in_hand = already || array(
    select id from mail
    where id = any(wanted) and state = 'waiting' and sender_id = sender
      and not exists (select from mail_content where mail_content.id = mail.content_id and paused_at is not null)
  ) where s.id = sender returning in_hand into marked;
  return marked;
end $$;
