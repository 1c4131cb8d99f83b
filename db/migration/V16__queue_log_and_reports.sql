-- What happened in queues and to agents, one row an event: what wallboard and reports are counted from. The engine writes them to a
-- file first (spool 'queues'), and they come here from there, each once.

create table queue_event (
  -- The order in which the engine wrote them, for events of the same moment.
  seq        bigint generated always as identity,
  tenant_id  uuid not null references tenant on delete cascade,
  id         uuid not null,
  at         timestamptz not null,
  kind       text not null check (kind in
               ('entered', 'offered', 'offer_ended', 'answered', 'talk_ended', 'wrap_up_ended', 'abandoned', 'left', 'callback_asked',
                'callback_ended', 'reordered', 'signed_in', 'signed_out', 'paused', 'resumed', 'set_aside')),
  -- No foreign keys: what happened is told of queues and agents that are gone as well, by the names they had.
  queue_id   uuid,
  queue_name text,
  agent_id   uuid,
  agent_name text,
  visit      text collate "C",
  linked_id  text,
  -- The call in the history, made from the linked id.
  call_id    uuid,
  detail     jsonb not null default '{}',
  primary key (tenant_id, at, id)
) partition by range (at);
create index queue_event_visit on queue_event (tenant_id, visit, at) where visit is not null;
-- Where an agent was before a moment.
create index queue_event_agent on queue_event (tenant_id, agent_id, at) where agent_id is not null;

alter table queue_event enable row level security;
create policy queue_event_web on queue_event for select to pbx_web using (tenant_id = current_tenant());
create policy queue_event_engine on queue_event to pbx_engine using (true) with check (true);
grant select on queue_event to pbx_web;
grant select, insert on queue_event to pbx_engine;

-- Makes the monthly partition for a moment, when it is not there yet. Access goes through the parent only.
create function ensure_queue_event_partition(moment timestamptz) returns void
  language plpgsql security definer set search_path = public
  as $$
declare
  month_start timestamptz := date_trunc('month', moment, 'UTC');
  month_end   timestamptz := date_trunc('month', month_start + interval '32 days', 'UTC');
  wanted      text := 'queue_event_' || to_char(moment at time zone 'UTC', 'YYYY_MM');
begin
  if to_regclass(wanted) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('ensure_queue_event_partition'));
  execute format('create table if not exists %I partition of queue_event for values from (%L) to (%L)', wanted, month_start, month_end);
end $$;
revoke execute on function ensure_queue_event_partition(timestamptz) from public;
grant execute on function ensure_queue_event_partition(timestamptz) to pbx_engine;

alter table spool_position drop constraint spool_position_spool_check;
alter table spool_position add constraint spool_position_spool_check check (spool in ('channels', 'steps', 'queues'));

-- A report that is mailed every day, week or month, about the one before.
create table report_schedule (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  name       text not null check (char_length(name) between 1 and 60),
  every      text not null check (every in ('day', 'week', 'month')),
  -- By the company's clock, on the day after the period: weeks begin on Monday.
  at_time    time not null default '07:00',
  -- With all queues, those that are made later as well; otherwise those of report_schedule_queue.
  all_queues boolean not null default true,
  recipients text[] not null check (cardinality(recipients) between 1 and 20),
  language   text not null check (language in ('en', 'ko')),
  active     boolean not null default true,
  -- Periods that were to be sent before are not sent any more.
  active_since timestamptz not null default now(),
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  constraint report_schedule_name_key unique (tenant_id, name)
);

create table report_schedule_queue (
  id          uuid primary key default uuidv7(),
  tenant_id   uuid not null references tenant on delete cascade,
  schedule_id uuid not null,
  queue_id    uuid not null,
  constraint report_schedule_queue_key unique (tenant_id, schedule_id, queue_id),
  foreign key (tenant_id, schedule_id) references report_schedule (tenant_id, id) on delete cascade,
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete cascade
);
create index report_schedule_queue_of on report_schedule_queue (tenant_id, queue_id);

-- One mail to one address: there is one row for each period of a schedule, whoever makes it, so that none is sent twice.
create table report_mail (
  tenant_id   uuid not null references tenant on delete cascade,
  schedule_id uuid not null,
  -- First day of the period, and the day after its last.
  from_day    date not null,
  to_day      date not null,
  recipient   text not null,
  state       text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
  attempts    int not null default 0,
  due         timestamptz not null,
  sent_at     timestamptz,
  problem     text check (char_length(problem) <= 300),
  primary key (tenant_id, schedule_id, from_day, recipient),
  foreign key (tenant_id, schedule_id) references report_schedule (tenant_id, id) on delete cascade
);
create index report_mail_due on report_mail (due) where state = 'pending';

do $$
declare table_name text;
begin
  foreach table_name in array array['report_schedule', 'report_schedule_queue'] loop
    execute format('alter table %1$I enable row level security', table_name);
    execute format('create policy %1$s_web on %1$I to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', table_name);
    execute format('create policy %1$s_engine on %1$I for select to pbx_engine using (true)', table_name);
    execute format('grant select, insert, update, delete on %I to pbx_web', table_name);
    execute format('grant select on %I to pbx_engine', table_name);
    execute format('create trigger %1$s_change after insert or update or delete on %1$I for each row execute function record_change()', table_name);
  end loop;
end $$;

-- The engine's role sends the mail.
alter table report_mail enable row level security;
create policy report_mail_web on report_mail for select to pbx_web using (tenant_id = current_tenant());
create policy report_mail_engine on report_mail to pbx_engine using (true) with check (true);
grant select on report_mail to pbx_web;
grant select, insert, update on report_mail to pbx_engine;
