-- A series in a guest's calendar is one entry, which counts its changes: those of the series, of its dates, and of the guest.
alter table rhythm add column sequence integer not null default 0;

-- Somebody who has stopped keeps the dates they have: their calendar's entry still follows them.
alter table regular add column ended_at timestamptz;
alter table regular add column sequence integer not null default 0;

-- RSVPs that stand in the guest's calendar as dates of the series' entry. All others have an entry of their own.
create table rsvp_in_series (
  event_id uuid not null,
  person_id uuid not null,
  primary key (event_id, person_id),
  foreign key (event_id, person_id) references rsvp on delete cascade
);
create index rsvp_in_series_by_person on rsvp_in_series (person_id);
