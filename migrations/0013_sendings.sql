-- For which state an event is above all; null: for everybody.
alter table event add column state text check (state ~ '^[A-Z]{2}$');

-- Which kinds of pieces in it differ from reader to reader, and where their links lead.
alter table edition_content add column personal text[] not null default '{}';
alter table edition_content add column base_url text not null default '';

-- What became of an address in our mails when we asked for it last.
create table link_check (
  network_id uuid not null references network,
  address text not null check (length(address) between 1 and 2000),
  -- unsure: the far side answered neither yes nor no, or may not be asked by us.
  outcome text not null check (outcome in ('works', 'broken', 'unsure')),
  detail text not null default '' check (length(detail) <= 200),
  checked_at timestamptz not null,
  primary key (network_id, address)
);

-- A link in an edition's mails, and how often it was followed in all: nothing of who followed it.
create table counted_link (
  id uuid primary key,
  network_id uuid not null references network,
  content_id uuid not null references mail_content on delete cascade,
  address text not null check (length(address) between 1 and 2000),
  clicks integer not null default 0
);
create index counted_link_by_content on counted_link (content_id);

-- A steward sends all the same although the check list holds it, and says why. It counts for the words as they stood then.
create table edition_override (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  words_of timestamptz not null,
  reason text not null check (length(reason) between 1 and 500),
  held_by text[] not null,
  said_by uuid references person on delete set null,
  said_at timestamptz not null
);
create index edition_override_by_edition on edition_override (edition_id, words_of);
create index edition_override_by_hand on edition_override (said_by);

-- Whether an edition needs the word of a second steward before it is sent.
alter table network add column approval_required boolean not null default false;

-- A steward asks for it, another gives it or sends the edition back with a note. It counts for the words as they stood then.
create table edition_approval (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  words_of timestamptz not null,
  asked_by uuid references person on delete set null,
  asked_at timestamptz not null,
  decided_by uuid references person on delete set null,
  decided_at timestamptz,
  verdict text check (verdict in ('approved', 'sent-back')),
  note text not null default '' check (length(note) <= 1000),
  check ((decided_at is null) = (verdict is null))
);
create index edition_approval_by_edition on edition_approval (edition_id, asked_at);
create index edition_approval_by_asker on edition_approval (asked_by);
create index edition_approval_by_hand on edition_approval (decided_by);

-- Two subjects are tried on a share of the readers; after some hours the rest get the one that led more of them to something useful.
create table edition_trial (
  edition_id uuid primary key references edition on delete cascade,
  -- By language, as the edition's own subject, which is the first of the two.
  subject_b jsonb not null,
  -- Of a hundred readers, how many get one of the two before the rest.
  share smallint not null check (share between 2 and 100),
  hours smallint not null check (hours between 1 and 72),
  act text not null check (act in ('rsvp', 'read')),
  set_by uuid references person on delete set null,
  set_at timestamptz not null,
  decide_at timestamptz,
  decided_at timestamptz,
  winner text check (winner in ('a', 'b')),
  check ((decided_at is null) = (winner is null))
);
create index edition_trial_by_hand on edition_trial (set_by);

-- Which of the two subjects this content carries.
alter table edition_content add column variant text check (variant in ('a', 'b'));
