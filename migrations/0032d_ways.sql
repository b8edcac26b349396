-- By which way someone asked whose address then confirmed by mail: noted with the proof, so that figures need not look for it in each,
-- and so that it outlives them as every other step does.
alter table consent add column way text;

create function note_way() returns trigger language plpgsql as $$
begin
  new.way := coalesce(new.way, (
    select source from consent
    where person_id = new.person_id and list_id = new.list_id and kind = 'given' and at <= new.at order by at desc limit 1
  ));
  return new;
end $$;
create trigger consent_way before insert on consent for each row
  when (new.kind = 'confirmed' and new.source = 'mail to confirm') execute function note_way();
alter table consent enable always trigger consent_way;

alter table consent disable trigger consent_kept;
update consent set way = given.source
from (
  select confirmed.id, (
    select source from consent
    where person_id = confirmed.person_id and list_id = confirmed.list_id and kind = 'given' and at <= confirmed.at order by at desc limit 1
  ) as source
  from consent confirmed where kind = 'confirmed' and source = 'mail to confirm' and person_id is not null
) as given
where consent.id = given.id and given.source is not null;
alter table consent enable trigger consent_kept;

create or replace function keep_consent() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.id, new.network_id, new.list_id, new.kind, new.at, new.wording, new.source, new.way, new.given_on)
      is distinct from (old.id, old.network_id, old.list_id, old.kind, old.at, old.wording, old.source, old.way, old.given_on) then
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
