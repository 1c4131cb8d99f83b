-- What happened: one row a call, one row a leg. Both are projected from two witnesses that are kept in local files
-- whatever happens to this database: Asterisk's channel events, and the engine's own steps. The lines read so far are
-- staged in call_event until their call has ended; how far each file was read is committed together with the rows.

-- Text columns that are searched have collation "C": its comparison is the one that row-level security lets an index do first.
create table call (
  tenant_id        uuid not null references tenant on delete cascade,
  -- Made from Asterisk's linked id, so that reading a file twice cannot make two rows. The live view uses the same id.
  id               uuid not null,
  linked_id        text not null,
  started_at       timestamptz not null,
  answered_at      timestamptz,
  ended_at         timestamptz not null,
  direction        text not null default 'internal' check (direction in ('internal', 'inbound', 'outbound')),
  caller_number    text collate "C" not null,
  caller_name      text not null,
  callee_number    text collate "C" not null,
  callee_name      text not null,
  caller_extension text collate "C",
  callee_extension text collate "C",
  disposition      text not null check (disposition in
                     ('answered', 'busy', 'no_answer', 'cancelled', 'not_registered', 'unknown_number', 'forbidden', 'failed')),
  hangup_cause     int,
  -- Whether Asterisk stopped while the call was on: its end is then the last that is known of it.
  cut_short        boolean not null default false,
  -- Why it went as it did: the engine's steps, [{"at", "kind", "name", "rule", "reason", "outcome"}].
  steps            jsonb not null default '[]',
  primary key (tenant_id, started_at, id)
) partition by range (started_at);
create index call_id on call (tenant_id, id);
create index call_caller on call (tenant_id, caller_number, started_at, id);
create index call_callee on call (tenant_id, callee_number, started_at, id);

create table call_leg (
  tenant_id       uuid not null,
  call_id         uuid not null,
  call_started_at timestamptz not null,
  position        int not null,
  channel         text not null,
  role            text not null check (role in ('caller', 'callee')),
  number          text collate "C" not null,
  name            text not null,
  device_name     text,
  started_at      timestamptz not null,
  answered_at     timestamptz,
  ended_at        timestamptz not null,
  outcome         text not null check (outcome in
                     ('answered', 'answered_elsewhere', 'busy', 'no_answer', 'cancelled', 'not_registered', 'failed')),
  hangup_cause    int,
  -- What the leg went through: [{"at", "kind", "detail"}], kinds in the Java enum LegEventKind.
  events          jsonb not null default '[]',
  primary key (tenant_id, call_started_at, call_id, position),
  foreign key (tenant_id, call_started_at, call_id) references call (tenant_id, started_at, id) on delete cascade
) partition by range (call_started_at);
-- "My calls": every call in which an extension had a leg, as caller, callee or target of a transfer.
create index call_leg_number on call_leg (tenant_id, number, call_started_at, call_id);

alter table call enable row level security;
create policy call_web on call for select to pbx_web using (tenant_id = current_tenant());
create policy call_engine on call to pbx_engine using (true) with check (true);
grant select on call to pbx_web;
-- A step written after the call's end is added to the row that is already there; nothing else of a call ever changes.
grant select, insert, update (steps) on call to pbx_engine;

alter table call_leg enable row level security;
create policy call_leg_web on call_leg for select to pbx_web using (tenant_id = current_tenant());
create policy call_leg_engine on call_leg to pbx_engine using (true) with check (true);
grant select on call_leg to pbx_web;
grant select, insert on call_leg to pbx_engine;

-- Makes the monthly partitions for a moment in time, when they are not there yet. Access goes through the parents only.
create function ensure_call_partition(moment timestamptz) returns void
  language plpgsql security definer set search_path = public
  as $$
declare
  month_start timestamptz := date_trunc('month', moment, 'UTC');
  month_end   timestamptz := date_trunc('month', month_start + interval '32 days', 'UTC');
  suffix      text := to_char(moment at time zone 'UTC', 'YYYY_MM');
begin
  if to_regclass('call_' || suffix) is not null and to_regclass('call_leg_' || suffix) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('ensure_call_partition'));
  execute format('create table if not exists %I partition of call for values from (%L) to (%L)',
                 'call_' || suffix, month_start, month_end);
  execute format('create table if not exists %I partition of call_leg for values from (%L) to (%L)',
                 'call_leg_' || suffix, month_start, month_end);
end $$;
revoke execute on function ensure_call_partition(timestamptz) from public;
grant execute on function ensure_call_partition(timestamptz) to pbx_engine;

-- How far a witness's file has been read, in bytes from its beginning. `file_key` is made from the file's first line, so
-- that a file is known again after it was renamed, and a new one under the old name is not taken for it.
create table spool_position (
  spool      text not null check (spool in ('channels', 'steps')),
  file_key   text not null,
  position   bigint not null check (position >= 0),
  updated_at timestamptz not null default now(),
  primary key (spool, file_key)
);
grant select, insert, update, delete on spool_position to pbx_engine;

-- Lines of calls that have not ended, as they were written.
create table call_event (
  id         bigint generated always as identity primary key,
  linked_id  text not null,
  spool      text not null check (spool in ('channels', 'steps')),
  line       text not null,
  staged_at  timestamptz not null default now()
);
create index call_event_linked on call_event (linked_id, id);
grant select, insert, delete on call_event to pbx_engine;
