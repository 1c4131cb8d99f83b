-- Recordings of talks: what is recorded, what was recorded, who listened to it, and how long it is kept.

-- Talks of an extension: never, with people outside, or all.
alter table extension add column record text not null default 'never' check (record in ('never', 'outside', 'always'));

create table recording_settings (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  -- Told to callers from outside before they ring at an extension that is recorded. (A queue has its own.)
  notice_prompt_id uuid,
  -- Null: for ever.
  keep_days  int check (keep_days between 1 and 3650),
  -- Whether people hear the recordings of their own calls.
  own_calls  boolean not null default false,
  created_at timestamptz not null default now(),
  constraint recording_settings_key unique (tenant_id),
  constraint recording_settings_notice_fkey foreign key (tenant_id, notice_prompt_id) references prompt (tenant_id, id)
);
create index recording_settings_notice on recording_settings (tenant_id, notice_prompt_id);

-- Queues whose recordings are kept for a time of their own.
create table recording_keeping (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  queue_id   uuid not null,
  -- Null: for ever.
  keep_days  int check (keep_days between 1 and 3650),
  constraint recording_keeping_key unique (tenant_id, queue_id),
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete cascade
);

create table recording (
  id         uuid primary key,
  tenant_id  uuid not null references tenant on delete cascade,
  -- The call's id in the history, which comes when the whole call has ended.
  call_id    uuid not null,
  linked_id  text not null,
  started_at timestamptz not null,
  seconds    numeric(9, 3) not null check (seconds > 0),
  bytes      bigint not null check (bytes > 0),
  -- Below the folder of recordings.
  file       text not null unique check (file ~ '^[0-9a-f-]{36}/[0-9]{4}-[0-9]{2}/[0-9a-f-]{36}\.flac$'),
  reason     text not null check (reason in ('queue', 'extension', 'demand')),
  -- No foreign key: what a queue recorded outlives it.
  queue_id   uuid,
  extension  text,
  -- Loudest moment of each stretch, 0 to 255: the company's side, then the other's.
  peaks      bytea not null,
  kept_at    timestamptz not null default now(),
  unique (tenant_id, id)
);
create index recording_of_call on recording (tenant_id, call_id, started_at);
create index recording_by_age on recording (started_at);

create table recording_play (
  id           uuid primary key default uuidv7(),
  tenant_id    uuid not null references tenant on delete cascade,
  recording_id uuid not null,
  -- E-mail address, or a token's name.
  actor        text not null,
  played_at    timestamptz not null default now(),
  kind         text not null check (kind in ('play', 'download', 'api')),
  -- Network address that it was asked from.
  address      text not null,
  foreign key (tenant_id, recording_id) references recording (tenant_id, id) on delete cascade
);
create index recording_play_of on recording_play (tenant_id, recording_id, played_at desc);

alter table recording_settings enable row level security;
create policy recording_settings_web on recording_settings to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy recording_settings_engine on recording_settings for select to pbx_engine using (true);
grant select, insert, update, delete on recording_settings to pbx_web;
grant select on recording_settings to pbx_engine;

alter table recording_keeping enable row level security;
create policy recording_keeping_web on recording_keeping to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy recording_keeping_engine on recording_keeping for select to pbx_engine using (true);
grant select, insert, update, delete on recording_keeping to pbx_web;
grant select on recording_keeping to pbx_engine;

alter table recording enable row level security;
create policy recording_web on recording to pbx_web using (tenant_id = current_tenant());
create policy recording_engine on recording to pbx_engine using (true) with check (true);
grant select, delete on recording to pbx_web;
grant select, insert, delete on recording to pbx_engine;

-- Who listened is never taken back; it goes with the recording.
alter table recording_play enable row level security;
create policy recording_play_web on recording_play to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert on recording_play to pbx_web;

create trigger recording_settings_change after insert or update or delete on recording_settings
  for each row execute function record_change();
create trigger recording_settings_announce after insert or update or delete on recording_settings
  for each row execute function announce_plan();
create trigger recording_keeping_change after insert or update or delete on recording_keeping
  for each row execute function record_change();

-- Deletions are in the record of changes, by hand or because the time is up; without the picture of the sound.
create function record_recording_deleted() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  if exists (select from tenant where id = old.tenant_id) then
    insert into config_change (tenant_id, changed_by, thing, thing_id, action, before)
    values (old.tenant_id, coalesce(nullif(current_setting('pbx.actor', true), ''), session_user), 'recording', old.id, 'delete',
            to_jsonb(old) - array['peaks', 'file', 'linked_id']);
  end if;
  return null;
end $$;
create trigger recording_deleted after delete on recording for each row execute function record_recording_deleted();
