-- A tip may be published at an hour that a steward chose ahead.

alter table tip add column scheduled_for timestamptz;
alter table tip add check (scheduled_for is null or published_at is null);
create index tip_scheduled on tip (scheduled_for) where scheduled_for is not null;
