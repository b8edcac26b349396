-- What people can subscribe to. Its name and description are words of the community, in each language.
create table list (
  id uuid primary key,
  network_id uuid not null references network,
  slug text not null check (slug ~ '^[a-z0-9-]{1,80}$'),
  name jsonb not null,
  description jsonb not null,
  position smallint not null default 0,
  began_at timestamptz not null,
  unique (network_id, slug)
);

create trigger list_change after insert or update or delete on list for each statement execute function tell_change();

-- Someone's standing with a list, as moments: asked for, confirmed, left. Who joins again after leaving asks again.
create table subscription (
  network_id uuid not null references network,
  list_id uuid not null references list on delete cascade,
  person_id uuid not null references person on delete cascade,
  asked_at timestamptz not null,
  -- What was typed with the address. It says nothing about the person until the address has confirmed it.
  asked_with jsonb not null default '{}',
  confirmed_at timestamptz,
  left_at timestamptz,
  primary key (list_id, person_id)
);
create index subscription_by_person on subscription (person_id);
create index subscription_unanswered on subscription (asked_at) where confirmed_at is null;

-- The proof of each step. Never changed; when a person is forgotten, only the fact that someone took this step remains.
create table consent (
  id uuid primary key,
  network_id uuid not null references network,
  list_id uuid not null references list,
  person_id uuid references person on delete set null,
  address text,
  kind text not null check (kind in ('given', 'confirmed', 'withdrawn')),
  at timestamptz not null,
  wording text not null,
  source text not null
);
create index consent_by_person on consent (person_id, at);

create function keep_consent() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.id, new.network_id, new.list_id, new.kind, new.at, new.wording, new.source)
      is distinct from (old.id, old.network_id, old.list_id, old.kind, old.at, old.wording, old.source) then
    raise exception 'A consent is proof and stays as it is.';
  end if;
  new.person_id := null;
  new.address := null;
  return new;
end $$;

create trigger consent_kept before update or delete on consent for each row execute function keep_consent();

-- Addresses that get no list mail, each with its reason. Of someone who was forgotten only the keyed hash remains.
create table suppression (
  id uuid primary key,
  network_id uuid not null references network,
  address text,
  address_hash bytea not null,
  reason text not null check (reason in ('bounced', 'complained', 'erased')),
  since timestamptz not null,
  detail text not null default '' check (length(detail) <= 500),
  ended_at timestamptz
);
create unique index suppression_of on suppression (network_id, address_hash, reason) where ended_at is null;
create index suppression_of_address on suppression (address);

-- Who gets a list's mail just now.
create view reader as
  select subscription.network_id, list_id, person_id, email, first_name, language, time_zone, confirmed_at
  from subscription join person on person.id = person_id
  where confirmed_at is not null and left_at is null and not exists (
    select from suppression
    where suppression.network_id = subscription.network_id and address = email and ended_at is null
  );
