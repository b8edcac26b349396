-- A short question that is sent with an RSVP is a challenge like others: its words are what happened, the rest may be said later.
alter table question
  -- Null: not said yet.
  alter column wish drop not null,
  -- The event to which it was sent with an RSVP; it may be moved to another call since.
  add column rsvp_event_id uuid references event on delete set null;
create unique index question_of_rsvp on question (rsvp_event_id, person_id);

insert into question (id, network_id, person_id, event_id, rsvp_event_id, happened, sharing, asked_at, confirmed_at)
select new_id(), event.network_id, person_id, event.id, event.id, question, 'not-at-all', answered_at, answered_at
from rsvp join event on event.id = event_id
where question <> '';

alter table rsvp drop column question;
