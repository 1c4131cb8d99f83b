-- Who listened to whom, callers who are called back, and the codes and lamp keys of agents.

-- A supervisor at the talk of an agent. Written before the supervisor's phone rings, so that none is missing.
create table supervision (
  id           uuid primary key default uuidv7(),
  tenant_id    uuid not null references tenant on delete cascade,
  -- An e-mail address, a token's name, or the number of the extension that dialled the code.
  by           text not null check (char_length(by) between 1 and 254),
  -- At which phone; as it was then, as all names here.
  extension    text not null,
  agent_id     uuid,
  agent_name   text not null,
  queue_id     uuid,
  queue_name   text not null,
  -- The call that was listened to, as in the call history.
  linked_id    text not null,
  -- Of the supervisor's phone, in Asterisk.
  channel_id   text not null,
  asked_at     timestamptz not null,
  -- Null while it is on.
  ended_at     timestamptz,
  unique (tenant_id, id),
  constraint supervision_channel_key unique (channel_id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete set null (agent_id),
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete set null (queue_id)
);
create index supervision_recent on supervision (tenant_id, asked_at desc, id);
create index supervision_of_agent on supervision (tenant_id, agent_id);
create index supervision_of_queue on supervision (tenant_id, queue_id);
create index supervision_open on supervision (channel_id) where ended_at is null;

-- What the supervisor did, from when on. A session without one was not taken up: the phone did not answer.
create table supervision_turn (
  supervision_id uuid not null,
  tenant_id      uuid not null,
  at             timestamptz not null,
  mode           text not null check (mode in ('listen', 'whisper', 'barge', 'take_over')),
  primary key (supervision_id, at),
  foreign key (tenant_id, supervision_id) references supervision (tenant_id, id) on delete cascade
);

-- A caller who is to be called back. Keeps the place in the queue that he had.
create table callback (
  id          uuid primary key default uuidv7(),
  tenant_id   uuid not null references tenant on delete cascade,
  queue_id    uuid not null,
  -- Which stay of which caller in the queue, as in queue_event.
  visit       text not null check (char_length(visit) between 1 and 200),
  -- What is dialled, E.164 or an extension's number; and who called.
  number      text not null check (number ~ '^(\+[1-9][0-9]{4,14}|[1-9][0-9]{1,5})$'),
  caller      text not null check (char_length(caller) <= 80),
  name        text not null check (char_length(name) <= 80),
  -- The company's number that the customer had called, which is shown to him; null for the company's usual one.
  shows       text check (shows ~ '^\+[1-9][0-9]{4,14}$'),
  -- The call in which he asked for it, as in the call history.
  linked_id   text not null,
  entered_at  timestamptz not null,
  priority    int not null check (priority between 1 and 10),
  -- Of those who were pulled to the front; 0 for others.
  rank        bigint not null default 0,
  asked_at    timestamptz not null,
  -- Not dialled before then; null for as soon as it is his turn.
  not_before  timestamptz,
  -- Null while it waits.
  ended_at    timestamptz,
  result      text check (result in ('talked', 'failed', 'cancelled')),
  unique (tenant_id, id),
  constraint callback_visit_key unique (tenant_id, visit),
  constraint callback_ended check ((ended_at is null) = (result is null)),
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete cascade
);
create index callback_waiting on callback (tenant_id, queue_id) where ended_at is null;
create index callback_of_queue on callback (tenant_id, queue_id, asked_at desc);

-- Each time that the customer was dialled. The row is written before, and nobody dials without having written it: whatever crashes, no
-- attempt is made twice.
create table callback_attempt (
  callback_id uuid not null,
  attempt     int not null check (attempt >= 1),
  tenant_id   uuid not null,
  agent_id    uuid,
  begun_at    timestamptz not null,
  ended_at    timestamptz,
  -- Null while it is on, or when nobody was left to write it down.
  result      text check (result in ('talked', 'busy', 'no_answer', 'failed', 'agent_gone')),
  primary key (callback_id, attempt),
  foreign key (tenant_id, callback_id) references callback (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete set null (agent_id)
);
create index callback_attempt_of_agent on callback_attempt (tenant_id, agent_id);

do $$
declare table_name text;
begin
  foreach table_name in array array['supervision', 'supervision_turn', 'callback', 'callback_attempt'] loop
    execute format('alter table %1$I enable row level security', table_name);
    execute format('create policy %1$s_web on %1$I for select to pbx_web using (tenant_id = current_tenant())', table_name);
    execute format('create policy %1$s_engine on %1$I to pbx_engine using (true) with check (true)', table_name);
    execute format('grant select on %I to pbx_web', table_name);
    execute format('grant select, insert, update on %I to pbx_engine', table_name);
  end loop;
end $$;

-- Which queues the user of an extension may supervise, and how far. The engine asks for who dials a code; it cannot read users.
create function supervised_from(wanted_tenant uuid, wanted_extension uuid)
  returns table (queue_id uuid, may_listen boolean, may_whisper boolean, may_barge boolean, may_take_over boolean)
  language sql stable security definer set search_path = public
  as $$
    select q.id, s.id is null or s.may_listen, s.id is null or s.may_whisper, s.id is null or s.may_barge, s.id is null or s.may_take_over
      from extension e
      join app_user u on u.tenant_id = e.tenant_id and u.id = e.user_id and not u.disabled and u.role in ('admin', 'supervisor')
      join queue q on q.tenant_id = e.tenant_id
      left join queue_supervisor s on s.tenant_id = q.tenant_id and s.queue_id = q.id and s.user_id = u.id and u.role = 'supervisor'
     where e.tenant_id = wanted_tenant and e.id = wanted_extension
       and (s.id is not null or u.role = 'admin'
            or not exists (select from queue_supervisor any_of where any_of.tenant_id = u.tenant_id and any_of.user_id = u.id))
  $$;
revoke execute on function supervised_from(uuid, uuid) from public;
grant execute on function supervised_from(uuid, uuid) to pbx_engine;

-- Wrong PINs of agents, counted over all phones and engines as those of voicemail boxes are.
create table agent_pin_failures (
  agent_id     uuid primary key,
  tenant_id    uuid not null,
  failed       int not null,
  locked_until timestamptz,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);
alter table agent_pin_failures enable row level security;

create function try_agent_pin(wanted_tenant uuid, wanted_number text, at timestamptz)
  returns table (agent_id uuid, digest text, failed int, locked timestamptz)
  language plpgsql security definer set search_path = public
  as $$
declare
  who agent;
  tries agent_pin_failures;
begin
  select * into who from agent a where a.tenant_id = wanted_tenant and a.number = wanted_number for update;
  if not found then
    return;
  end if;
  insert into agent_pin_failures as f (agent_id, tenant_id, failed) values (who.id, who.tenant_id, 0) on conflict do nothing;
  select * into tries from agent_pin_failures f where f.agent_id = who.id for update;
  if tries.locked_until > at then
    return query select who.id, null::text, tries.failed, tries.locked_until;
    return;
  end if;
  tries.failed := case when tries.locked_until is null then tries.failed else 0 end + 1;
  tries.locked_until := case when tries.failed >= 5 then at + interval '15 minutes' end;
  update agent_pin_failures f set failed = tries.failed, locked_until = tries.locked_until where f.agent_id = who.id;
  return query select who.id, who.pin_hash, tries.failed, tries.locked_until;
end $$;
create function accept_agent_pin(accepted uuid) returns void
  language sql security definer set search_path = public
  as $$ delete from agent_pin_failures where agent_id = accepted $$;
revoke execute on function try_agent_pin(uuid, text, timestamptz), accept_agent_pin(uuid) from public;
grant execute on function try_agent_pin(uuid, text, timestamptz), accept_agent_pin(uuid) to pbx_engine;

-- What a lamp key of a phone watches and dials behind the star code, unguessable: whoever knows it may see the agent's state. Twenty
-- digits, since keys of phones take digits.
create function random_lamp_key() returns text
  language sql volatile
  as $$ select string_agg((get_byte(uuid_send(gen_random_uuid()), 0) % 10)::text, '') from generate_series(1, 20) $$;
create table agent_lamp (
  agent_id  uuid primary key,
  tenant_id uuid not null,
  key       text not null default random_lamp_key() check (key ~ '^[0-9]{20}$'),
  constraint agent_lamp_key unique (key),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);
create index agent_lamp_of on agent_lamp (tenant_id);
alter table agent_lamp enable row level security;
create policy agent_lamp_web on agent_lamp for select to pbx_web using (tenant_id = current_tenant());
create policy agent_lamp_engine on agent_lamp for select to pbx_engine using (true);
grant select on agent_lamp to pbx_web, pbx_engine;
create function lamp_of_agent() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  insert into agent_lamp (agent_id, tenant_id) values (new.id, new.tenant_id);
  return null;
end $$;
create trigger agent_lamp_made after insert on agent for each row execute function lamp_of_agent();
insert into agent_lamp (agent_id, tenant_id) select id, tenant_id from agent;

-- Phones may watch lamps, in a context that has nothing but them.
create or replace view ps_endpoints as
  select d.sip_username as id,
         d.sip_username as auth,
         d.sip_username as aors,
         d.tenant_id::text as tenantid,
         'from-device'::text as context,
         'all'::text as disallow,
         case d.kind when 'browser' then 'opus,g722,alaw,ulaw' else 'g722,alaw,ulaw,opus' end as allow,
         -- The name travels in a quoted string (RFC 3261 section 25.1); a quote or backslash inside would end it early.
         '"' || realtime_text(translate(e.name, '"\', '''/')) || '" <' || e.number || '>' as callerid,
         'no'::text as direct_media,
         case d.kind when 'browser' then 'yes' else 'no' end as webrtc,
         case when d.kind = 'browser' then 'dtls' when d.encryption = 'required' then 'sdes' else 'no' end as media_encryption,
         'rfc4733'::text as dtmf_mode,
         'yes'::text as rtp_symmetric,
         'yes'::text as force_rport,
         'yes'::text as rewrite_contact,
         'no'::text as trust_id_inbound,
         'yes'::text as send_pai,
         'yes'::text as allow_transfer,
         'yes'::text as allow_subscribe,
         coalesce((select string_agg(box, ',' order by box)
                     from (select b.number || '@' || b.context from voicemail_box b
                            where b.tenant_id = d.tenant_id and b.extension_id = d.extension_id
                           union
                           select b.number || '@' || b.context
                             from voicemail_watcher w join voicemail_box b on b.tenant_id = w.tenant_id and b.id = w.box_id
                            where w.tenant_id = d.tenant_id and w.extension_id = d.extension_id) as watched (box)), '') as mailboxes,
         'username'::text as identify_by,
         'yes'::text as send_connected_line,
         'no'::text as media_encryption_optimistic,
         null::text as outbound_auth,
         null::text as from_user,
         null::text as from_domain,
         'no'::text as trust_id_outbound,
         'pbx-lamps'::text as subscribe_context
    from device d join extension e on e.tenant_id = d.tenant_id and e.id = d.extension_id
   union all
  select t.endpoint_id, null, t.endpoint_id, t.tenant_id::text, 'from-trunk', 'all', 'alaw,ulaw,g722', null, 'no', 'no',
         case t.transport when 'tls' then 'sdes' else 'no' end,
         'rfc4733', 'yes', 'yes', 'no',
         'yes', 'yes', 'no', 'no', '',
         'ip', 'no',
         case t.transport when 'tls' then 'yes' else 'no' end,
         case when t.username is not null then t.endpoint_id end,
         case t.kind when 'register' then replace(t.username, '@', '%40') end,
         case when t.host like '%:%' then '[' || t.host || ']' else t.host end,
         'yes', null
    from trunk t
   where t.enabled;
