-- Of a thousand addresses or readers, how many may be in trouble before an edition stops by itself. Too high a bound is none, and mail
-- services turn a sender away at three complaints in a thousand.
alter table network
  add column bounces_in_thousand smallint not null default 50 check (bounces_in_thousand between 10 and 100),
  add column complaints_in_thousand smallint not null default 3 check (complaints_in_thousand between 1 and 5);

-- The bound as it was when the edition was stopped.
alter table edition_stop add column bound_in_thousand smallint;
