-- The keys by which mail is signed (RFC 6376, RFC 8463): for each domain and algorithm one that signs, perhaps one that waits until
-- its record is seen in DNS, and those that rest. The private half is read by the signer alone; a key that rests has none any more.
create table dkim_key (
  domain text not null,
  selector text not null check (selector ~ '^[a-z0-9-]{1,63}$'),
  algorithm text not null check (algorithm in ('rsa', 'ed25519')),
  private_key text,
  public_key text not null,
  made_at timestamptz not null,
  -- When its record was last found where it belongs; empty when it is not there.
  seen_at timestamptz,
  signs_since timestamptz,
  rests_since timestamptz,
  primary key (domain, selector),
  check ((private_key is null) = (rests_since is not null))
);
create unique index dkim_key_waiting on dkim_key (domain, algorithm) where signs_since is null and rests_since is null;
create unique index dkim_key_signing on dkim_key (domain, algorithm) where signs_since is not null and rests_since is null;

-- Domains whose mail the owner wants unsigned.
create table dkim_hold (
  domain text primary key,
  since timestamptz not null
);
