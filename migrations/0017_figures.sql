-- What became of the mail of the last month is told by domain: mails lie in the order in which they were queued, so a few pages of this
-- index find them among those of years, and adding to it costs next to nothing.
create index mail_by_day on mail using brin (queued_at) with (pages_per_range = 32);

-- Few of the proofs are of leaving, and those of a year are found without reading all.
create index consent_withdrawn on consent (network_id, at) where kind = 'withdrawn';
