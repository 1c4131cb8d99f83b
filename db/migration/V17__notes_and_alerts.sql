-- What agents write down about calls, and when queues were in trouble.

create table call_note (
  id          uuid primary key default uuidv7(),
  tenant_id   uuid not null references tenant on delete cascade,
  -- Which stay of which caller in which queue, as in queue_event.
  visit       text not null check (char_length(visit) between 1 and 200),
  -- The call in the history; null while nobody was called yet.
  call_id     uuid,
  queue_id    uuid,
  agent_id    uuid,
  -- As it was then: who wrote it is to be read when the agent is gone.
  agent_name  text not null,
  -- The customer's number as the queue saw it; empty when withheld.
  number      text not null default '' check (char_length(number) <= 80),
  note        text not null default '' check (char_length(note) <= 4000),
  -- Name of the disposition code as it was then; null while none is chosen.
  disposition text check (char_length(disposition) between 1 and 60),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  constraint call_note_key unique nulls not distinct (tenant_id, visit, agent_id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete set null (agent_id),
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete set null (queue_id)
);
create index call_note_of_number on call_note (tenant_id, number, created_at desc) where number <> '';
create index call_note_of_call on call_note (tenant_id, call_id) where call_id is not null;
alter table call_note enable row level security;
create policy call_note_web on call_note to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert, update, delete on call_note to pbx_web;

-- A threshold of a queue was broken, or a caller gave up. Also the state of the mail about it, so that none is lost or sent twice.
create table queue_alert (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  queue_id   uuid not null,
  kind       text not null check (kind in ('waiting', 'wait', 'service_level', 'abandoned')),
  began_at   timestamptz not null,
  -- Null while it lasts.
  ended_at   timestamptz,
  -- Waiting callers, seconds or percent, by kind; for 'abandoned' the seconds that the caller waited. And what they were measured against.
  value      int not null,
  bound      int,
  -- The caller who gave up; empty when withheld, null for the other kinds.
  caller     text check (char_length(caller) <= 80),
  -- What became of the mails: one when it begins, one when it is over.
  mail       text not null default 'none' check (mail in ('none', 'begun_due', 'begun_sent', 'over_due', 'over_sent', 'failed')),
  mail_due   timestamptz,
  mailed_at  timestamptz,
  mail_attempts int not null default 0,
  mail_problem  text,
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete cascade
);
create unique index queue_alert_open on queue_alert (tenant_id, queue_id, kind) where ended_at is null;
create index queue_alert_of on queue_alert (tenant_id, began_at desc);
create index queue_alert_mail on queue_alert (mail_due) where mail in ('begun_due', 'over_due');
alter table queue_alert enable row level security;
create policy queue_alert_web on queue_alert for select to pbx_web using (tenant_id = current_tenant());
create policy queue_alert_engine on queue_alert to pbx_engine using (true) with check (true);
grant select on queue_alert to pbx_web;
grant select, insert, update, delete on queue_alert to pbx_engine;
