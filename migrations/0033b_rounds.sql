-- A round: a group answers one tool, each on their own phone, and sees together where it agrees and where it differs.

create table round (
  id uuid primary key,
  network_id uuid not null references network,
  tool_id uuid not null,
  version integer not null,
  title text not null check (length(title) between 1 and 120),
  -- What stands in the link and the QR code: fifty random bits.
  code text not null unique check (code ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  opened_by uuid references person on delete set null,
  opened_at timestamptz not null,
  -- From then on everybody sees what came of it, and nothing is taken any more.
  revealed_at timestamptz,
  foreign key (tool_id, version) references tool_version (tool_id, number)
);
create index round_of_network on round (network_id);
create index round_of_tool on round (tool_id);
create index round_by_hand on round (opened_by) where opened_by is not null;
create index round_by_age on round (opened_at);

-- One answer a phone; nothing tells whose phone it is.
create table round_answer (
  round_id uuid not null references round on delete cascade,
  phone uuid not null,
  -- Business, public partner, convener: as the tool names its parts.
  part text check (length(part) <= 40),
  answers jsonb not null check (pg_column_size(answers) <= 100000),
  answered_at timestamptz not null,
  primary key (round_id, phone)
);

create trigger round_change after insert or update or delete on round for each statement execute function tell_change();
create trigger round_answer_change after insert or update or delete on round_answer for each statement execute function tell_change();
