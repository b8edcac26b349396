-- A challenge that was brought ahead is talked about in a call once, and what hosts note there begins its answer.
alter table live_item add column question_id uuid unique references question on delete cascade;
