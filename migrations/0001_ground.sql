-- The community is a network, and so is each state inside it: a tree with one root.
create table network (
  id uuid primary key,
  parent_id uuid references network,
  name text not null check (length(name) between 1 and 80),
  tagline text not null check (length(tagline) <= 160),
  accent text not null check (accent ~ '^#[0-9a-f]{6}$'),
  logo text,
  language text not null check (language in ('en', 'es')),
  time_zone text not null,
  contact_email text not null,
  postal_address text not null default '',
  -- Signs the links in mails; whoever knows it can act for anyone.
  secret bytea not null check (length(secret) >= 32),
  started_at timestamptz not null
);
create unique index network_root on network ((true)) where parent_id is null;

-- Tells every process that something shown on pages has changed; sent when the change is kept.
create function tell_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('change', tg_table_name);
  return null;
end $$;

create trigger network_change after insert or update or delete on network for each statement execute function tell_change();

-- Counts tries per key and window; a crash may forget them, which harms nobody.
create unlogged table attempt (
  key text not null,
  window_began_at timestamptz not null,
  tries integer not null,
  primary key (key, window_began_at)
);
