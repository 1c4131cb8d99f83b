-- A call that nobody took and a mailbox did is neither answered nor missed.
alter table call drop constraint call_disposition_check;
alter table call add constraint call_disposition_check check (disposition in
  ('answered', 'voicemail', 'busy', 'no_answer', 'cancelled', 'not_registered', 'unknown_number', 'forbidden', 'failed'));
comment on column call.steps is
  'Why it went as it did: the engine''s steps, [{"at", "kind", "name", "rule", "reason", "outcome", "args", "alternatives": [{"outcome", "to"}]}]; rows from before V11 lack the last two.';
