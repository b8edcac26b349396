-- Mails that came back or were reported as unwanted. What a server said of one stands on the mail itself.
create table returned_mail (
  mail_id uuid not null references mail on delete cascade,
  network_id uuid not null references network,
  -- hard: the address takes none. soft: perhaps another day. policy: the server turned us away, not the address.
  kind text not null check (kind in ('hard', 'soft', 'policy', 'complaint')),
  returned_at timestamptz not null,
  primary key (mail_id, kind)
);
create index returned_mail_of_late on returned_mail (network_id, returned_at);

alter table suppression
  add column added_by uuid references person on delete set null,
  add column ended_by uuid references person on delete set null,
  add column ended_because text not null default '' check (length(ended_because) <= 500),
  drop constraint suppression_reason_check,
  add constraint suppression_reason_check check (reason in ('bounced', 'unreachable', 'complained', 'added', 'erased'));
create index suppression_added_by on suppression (added_by);
create index suppression_ended_by on suppression (ended_by);
-- The list that stewards read, page by page.
create index suppression_listed on suppression (network_id, id) where ended_at is null;
