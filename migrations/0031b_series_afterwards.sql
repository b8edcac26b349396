-- What is asked after a gathering and what certificate it gives, said once for all dates of a series; and questions in a second language.

alter table survey
  -- The stewards' own questions in Spanish, line by line; what is not translated is asked in English.
  add column came_spanish text[] not null default '{}' check (cardinality(came_spanish) <= 10),
  add column missed_spanish text[] not null default '{}' check (cardinality(missed_spanish) <= 10),
  -- False: this date of a series asks nothing, whatever the others do.
  add column is_wanted boolean not null default true;

create table rhythm_survey (
  rhythm_id uuid primary key references rhythm on delete cascade,
  came_questions text[] not null default '{}' check (cardinality(came_questions) <= 10),
  missed_questions text[] not null default '{}' check (cardinality(missed_questions) <= 10),
  came_spanish text[] not null default '{}' check (cardinality(came_spanish) <= 10),
  missed_spanish text[] not null default '{}' check (cardinality(missed_spanish) <= 10),
  set_at timestamptz not null
);

-- Null: this date of a series gives none, whatever the others do.
alter table certificate_offer alter column hours drop not null;
create table rhythm_certificate_offer (
  rhythm_id uuid primary key references rhythm on delete cascade,
  hours numeric(4, 2) not null check (hours > 0 and hours <= 40)
);
create trigger rhythm_certificate_offer_change after insert or update or delete on rhythm_certificate_offer
  for each statement execute function tell_change();
