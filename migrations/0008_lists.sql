-- Lists are open to all or by invitation. A closed one takes nobody and sends nothing, and keeps who was on it.
alter table list
  add column access text not null default 'open' check (access in ('open', 'invitation')),
  add column closed_at timestamptz;

alter table subscription
  -- each: every mail. monthly: one mail a month that collects the editions of the time since then.
  add column frequency text not null default 'each' check (frequency in ('each', 'monthly')),
  add column monthly_since timestamptz check ((frequency = 'monthly') = (monthly_since is not null)),
  -- Nothing is sent until a job has ended the pause.
  add column paused_until timestamptz,
  -- A steward asked this person; it counts once their address has confirmed.
  add column invited_at timestamptz,
  add column invited_by uuid references person on delete set null;
create index subscription_paused on subscription (paused_until) where paused_until is not null;
create index subscription_by_host on subscription (invited_by) where invited_by is not null;
create index subscription_on on subscription (list_id, person_id) where confirmed_at is not null and left_at is null;

-- Proofs that a steward wrote down say whose hand it was, and the day on which consent was given on paper.
alter table consent
  drop constraint consent_kind_check,
  add constraint consent_kind_check check (kind in ('invited', 'given', 'confirmed', 'withdrawn')),
  add column given_on date,
  add column hand_id uuid references person on delete set null;
create index consent_by_hand on consent (hand_id) where hand_id is not null;

create or replace function keep_consent() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.id, new.network_id, new.list_id, new.kind, new.at, new.wording, new.source, new.given_on)
      is distinct from (old.id, old.network_id, old.list_id, old.kind, old.at, old.wording, old.source, old.given_on) then
    raise exception 'A consent is proof and stays as it is.';
  end if;
  if new.hand_id is distinct from old.hand_id then
    new.hand_id := null;
  end if;
  if (new.person_id, new.address) is distinct from (old.person_id, old.address) then
    new.person_id := null;
    new.address := null;
  end if;
  return new;
end $$;

-- Everybody on a list whose address takes mail, and how often they want it.
create view addressee as
  select subscription.network_id, list_id, person_id, email, first_name, language, time_zone, confirmed_at, frequency, monthly_since, paused_until
  from subscription join person on person.id = person_id join list on list.id = list_id
  where confirmed_at is not null and left_at is null and closed_at is null and not exists (
    select from suppression
    where suppression.network_id = subscription.network_id and address = email and ended_at is null
  );

-- Who gets a list's mail just now, as it is sent.
create or replace view reader as
  select network_id, list_id, person_id, email, first_name, language, time_zone, confirmed_at
  from addressee where frequency = 'each' and paused_until is null;

-- What people can say they care about. Stewards name the topics.
create table topic (
  id uuid primary key,
  network_id uuid not null references network,
  name jsonb not null,
  position smallint not null default 0,
  began_at timestamptz not null
);
create index topic_in_order on topic (network_id, position);

create table topic_interest (
  topic_id uuid not null references topic on delete cascade,
  person_id uuid not null references person on delete cascade,
  chosen_at timestamptz not null,
  primary key (topic_id, person_id)
);
create index topic_interest_by_person on topic_interest (person_id);

-- One row a month: whoever makes the digest of a month that is there already makes nothing.
create table digest (
  id uuid primary key,
  network_id uuid not null references network,
  month date not null check (extract(day from month) = 1),
  queued_at timestamptz not null,
  unique (network_id, month)
);

-- What the mail engine sends of a digest: one content for all who get the same editions in the same language.
create table digest_content (
  content_id uuid primary key references mail_content on delete cascade,
  digest_id uuid not null references digest on delete cascade,
  edition_ids uuid[] not null
);
create index digest_content_by_digest on digest_content (digest_id);

-- The invented people that a new community begins with. Nobody real has an address of example.org (RFC 2606), but for
-- an owner who never set one.
create table example_person (
  person_id uuid primary key references person on delete cascade
);
insert into example_person
  select id from person where email like '%@example.org' and email not like 'member%.%@example.org'
    and not exists (select from membership where person_id = person.id and role = 'owner');
