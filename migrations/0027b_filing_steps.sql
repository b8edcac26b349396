-- Things stand under the steps that the network has, instead of a list that was the same for all.

delete from filing where step is not null;
-- With the column go the constraints that spoke of it.
alter table filing drop column step;
alter table filing add column step_id uuid references step on delete cascade;
alter table filing add check (num_nonnulls(topic_id, step_id) = 1);
alter table filing add unique nulls not distinct (tip_id, webinar_id, answer_id, topic_id, step_id);
create index filing_step on filing (step_id) where step_id is not null;
