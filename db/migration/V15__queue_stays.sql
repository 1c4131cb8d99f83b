-- Who waits in a queue, or talks with an agent of one, kept by the engine so that it outlives it: what ended while it was away can be told afterwards.
-- Rows come and go with the stays; what happened is in queue_event.
create table queue_stay (
  tenant_id   uuid not null references tenant on delete cascade,
  -- The caller's channel and when the stay began.
  visit       text not null check (char_length(visit) between 1 and 200),
  -- No foreign keys to queue and agent: a stay in a queue that is deleted must still be told the end of.
  queue_id    uuid not null,
  entered_at  timestamptz not null,
  priority    int not null,
  rank        bigint not null,
  number      text not null,
  name        text not null,
  linked_id   text not null,
  -- The caller's channel in Asterisk; null for a callback after a restart.
  channel     text,
  callback    boolean not null,
  -- The agent who talks with the caller, his channel, and since when; null while the caller waits.
  agent_id    uuid,
  agent_leg   text,
  answered_at timestamptz,
  primary key (tenant_id, visit)
);
alter table queue_stay enable row level security;
create policy queue_stay_engine on queue_stay to pbx_engine using (true) with check (true);
grant select, insert, update, delete on queue_stay to pbx_engine;
