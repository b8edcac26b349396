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
create index membership_by_role on membership (network_id, role, person_id);

-- Who gave or took a role, and when. Nobody's hand: whoever runs the server, by the owner's link, or someone forgotten since.
create table role_change (
  id uuid primary key,
  network_id uuid not null references network,
  person_id uuid not null references person on delete cascade,
  changed_by uuid references person on delete set null,
  from_role text check (from_role in ('owner', 'steward', 'member')),
  to_role text not null check (to_role in ('owner', 'steward', 'member')),
  changed_at timestamptz not null
);
create index role_change_by_person on role_change (person_id, changed_at);
create index role_change_by_hand on role_change (changed_by) where changed_by is not null;

create table session (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  -- SHA-256 of 256 random bits that only the browser keeps.
  token_hash bytea not null unique,
  browser text not null default '' check (length(browser) <= 40),
  system text not null default '' check (length(system) <= 40),
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_by_person on session (person_id);
create index session_by_end on session (ends_at);

-- One row a mail with a code; the link in it names the row, signed. It belongs to an address, since who proves an address need not be known yet.
create table sign_in_code (
  id uuid primary key,
  network_id uuid not null references network,
  -- sign-in: mailed to whoever asks. owner: a link for whoever runs the server. address: to a new address of `person_id`.
  kind text not null check (kind in ('sign-in', 'owner', 'address')),
  email text not null check (length(email) <= 254 and email = lower(email)),
  person_id uuid references person on delete cascade,
  code_hash bytea,
  next_path text not null default '/me' check (next_path like '/%'),
  tries_left smallint not null check (tries_left >= 0),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'address') = (person_id is not null)),
  check ((kind = 'owner') = (code_hash is null))
);
create index sign_in_code_by_email on sign_in_code (email, made_at);
create index sign_in_code_by_person on sign_in_code (person_id) where person_id is not null;
create index sign_in_code_by_end on sign_in_code (ends_at);

create table passkey (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  credential_id text not null unique check (length(credential_id) <= 1400),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 80),
  made_at timestamptz not null,
  used_at timestamptz
);
create index passkey_by_person on passkey (person_id);
