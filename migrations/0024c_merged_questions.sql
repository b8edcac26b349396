-- The same challenge brought by several: one stays in the queue, the others point to it and get its answer.
alter table question
  add column merged_into uuid references question on delete set null,
  add check (merged_into <> id);
create index question_merged on question (merged_into);
