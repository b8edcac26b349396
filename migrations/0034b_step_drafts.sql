-- Steps are written as drafts and published; what was there is public. Drafts stand after all that is published.

alter table step add column published_at timestamptz;
update step set published_at = now();
