-- Who gets the edition of a segment in the digest: those on its list who want one mail a month, and whom the segment was true of when
-- the sending began. Kept, since people and rules change before the month is over.
create table edition_for_digest (
  edition_id uuid not null references edition on delete cascade,
  person_id uuid not null references person on delete cascade,
  primary key (edition_id, person_id)
);
create index edition_for_digest_by_person on edition_for_digest (person_id);
