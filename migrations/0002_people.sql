-- A person can exist as an e-mail address only.
create table person (
  id uuid primary key,
  email text not null unique check (length(email) <= 254 and email = lower(email)),
  first_name text not null default '' check (length(first_name) <= 80),
  last_name text not null default '' check (length(last_name) <= 80),
  organisation text not null default '' check (length(organisation) <= 160),
  job text not null default '' check (length(job) <= 120),
  state text check (state ~ '^[A-Z]{2}$'),
  time_zone text,
  language text check (language in ('en', 'es')),
  -- What other members may see of this person; nothing unless chosen.
  shown text[] not null default '{}' check (shown <@ array['name', 'organisation', 'job', 'state', 'email']),
  email_proved_at timestamptz,
  began_at timestamptz not null
);

create table membership (
  network_id uuid not null references network,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('owner', 'steward', 'member')),
  began_at timestamptz not null,
  primary key (network_id, person_id)
);
create index membership_by_person on membership (person_id);

create table session (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  token_hash bytea not null unique,
  device text not null default '' check (length(device) <= 200),
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_by_person on session (person_id);

-- One row a mail with a code; the link in it carries the same code.
create table sign_in_code (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  code_hash bytea not null,
  next_path text not null default '/' check (next_path like '/%'),
  tries_left integer not null check (tries_left >= 0),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_code_by_person on sign_in_code (person_id, made_at);

create table passkey (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (length(name) <= 80),
  made_at timestamptz not null,
  used_at timestamptz
);
create index passkey_by_person on passkey (person_id);
