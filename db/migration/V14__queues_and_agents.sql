-- The call centre's settings: queues, the agents who serve them, what they are good at, and where an agent is now.

create table queue (
  id             uuid primary key default uuidv7(),
  tenant_id      uuid not null references tenant on delete cascade,
  name           text not null check (char_length(name) between 1 and 60),
  -- What extensions dial for it; null when it cannot be dialled.
  number         text check (number ~ '^[1-9][0-9]{1,5}$'),
  strategy       text not null default 'longest_idle' check (strategy in
                   ('ring_all', 'longest_idle', 'round_robin', 'fewest_calls', 'random', 'in_order', 'skills')),
  ring_seconds   int not null default 20 check (ring_seconds between 5 and 120),
  -- Time for an agent to finish off after a talk; 0 for none.
  wrap_up_seconds int not null default 0 check (wrap_up_seconds between 0 and 3600),
  -- An agent who let this many offers in a row ring out or rejected them is set aside for a while; 0 for never.
  missed_offers   int not null default 1 check (missed_offers between 0 and 10),
  set_aside_seconds int not null default 60 check (set_aside_seconds between 5 and 86400),
  -- Who comes later is sent away. Null for no bound.
  max_length       int check (max_length between 1 and 1000),
  max_wait_seconds int check (max_wait_seconds between 10 and 86400),
  -- Who may come in, and who must leave, when: 'always' lets everybody wait; 'signed_in' asks for an agent who is signed in (paused or
  -- talking as well), 'available' for one who is not paused.
  join_when        text not null default 'signed_in' check (join_when in ('always', 'signed_in', 'available')),
  stay_when        text not null default 'always' check (stay_when in ('always', 'signed_in', 'available')),
  -- The higher, the earlier. Waiting for aging_seconds counts as one step up, so that nobody waits for ever; 0 switches that off.
  priority         int not null default 5 check (priority between 1 and 10),
  aging_seconds    int not null default 300 check (aging_seconds = 0 or aging_seconds between 30 and 86400),
  -- What waiting callers hear. Music on hold is Asterisk's class 'default' unless a prompt is to be repeated.
  greeting_prompt_id uuid,
  music_prompt_id    uuid,
  announce_position  boolean not null default true,
  announce_wait      boolean not null default true,
  announce_seconds   int not null default 60 check (announce_seconds between 15 and 600),
  periodic_prompt_id uuid,
  periodic_seconds   int not null default 120 check (periodic_seconds between 15 and 3600),
  -- A caller may ask to be called back by this key, at these hours; null for not at all, and for any time.
  callback_key       text check (callback_key ~ '^[0-9*#]$'),
  callback_schedule_id uuid,
  callback_attempts  int not null default 3 check (callback_attempts between 1 and 10),
  callback_retry_seconds int not null default 600 check (callback_retry_seconds between 30 and 86400),
  -- Answered within so many seconds counts as good service; so many percent of the calls should be.
  service_level_seconds int not null default 20 check (service_level_seconds between 1 and 3600),
  service_level_percent int not null default 80 check (service_level_percent between 1 and 100),
  -- Over these the wallboard and the alert speak up; null for never.
  alert_waiting        int check (alert_waiting between 1 and 1000),
  alert_wait_seconds   int check (alert_wait_seconds between 1 and 86400),
  alert_abandoned      boolean not null default false,
  alert_emails         text[] not null default '{}',
  record               text not null default 'never' check (record in ('never', 'always')),
  -- Told to callers before they wait, when they are recorded.
  consent_prompt_id    uuid,
  created_at     timestamptz not null default now(),
  unique (tenant_id, id),
  constraint queue_name_key unique (tenant_id, name),
  constraint queue_greeting_fkey foreign key (tenant_id, greeting_prompt_id) references prompt (tenant_id, id),
  constraint queue_music_fkey foreign key (tenant_id, music_prompt_id) references prompt (tenant_id, id),
  constraint queue_periodic_fkey foreign key (tenant_id, periodic_prompt_id) references prompt (tenant_id, id),
  constraint queue_consent_fkey foreign key (tenant_id, consent_prompt_id) references prompt (tenant_id, id),
  constraint queue_callback_schedule_fkey foreign key (tenant_id, callback_schedule_id) references schedule (tenant_id, id)
);

-- An agent is a person who takes calls of queues, at whatever phone he signs in.
create table agent (
  id           uuid primary key default uuidv7(),
  tenant_id    uuid not null references tenant on delete cascade,
  name         text not null check (char_length(name) between 1 and 60),
  -- What is dialled behind the star code to sign in at another's phone.
  number       text not null check (number ~ '^[1-9][0-9]{1,5}$'),
  -- Who signs in by the browser; null for agents without a portal account.
  user_id      uuid,
  -- The phone that he signs in at unless he says another; null for none.
  extension_id uuid,
  -- BCrypt; asked for at another's phone. Null: signs in at his own only.
  pin_hash     text,
  created_at   timestamptz not null default now(),
  unique (tenant_id, id),
  constraint agent_number_key unique (tenant_id, number),
  constraint agent_user_key unique (tenant_id, user_id),
  constraint agent_extension_key unique (tenant_id, extension_id),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete set null (user_id),
  constraint agent_extension_fkey foreign key (tenant_id, extension_id) references extension (tenant_id, id) on delete set null (extension_id)
);

create table queue_agent (
  id        uuid primary key default uuidv7(),
  tenant_id uuid not null references tenant on delete cascade,
  queue_id  uuid not null,
  agent_id  uuid not null,
  tier      int not null default 1 check (tier between 1 and 9),
  -- For strategy 'in_order'; equal ones by name.
  position  int not null default 1 check (position between 1 and 10000),
  constraint queue_agent_key unique (tenant_id, queue_id, agent_id),
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade
);
create index queue_agent_of on queue_agent (tenant_id, agent_id);

-- Agents of a tier are asked once a caller has waited so long. Tier 1 is always open; a tier without a row opens with the one before.
create table queue_tier (
  id        uuid primary key default uuidv7(),
  tenant_id uuid not null references tenant on delete cascade,
  queue_id  uuid not null,
  tier      int not null check (tier between 2 and 9),
  opens_after_seconds int not null check (opens_after_seconds between 0 and 3600),
  constraint queue_tier_key unique (tenant_id, queue_id, tier),
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete cascade
);

create table skill (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  name       text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  constraint skill_name_key unique (tenant_id, name)
);

-- Level 1 is a beginner, 10 the best.
create table agent_skill (
  id        uuid primary key default uuidv7(),
  tenant_id uuid not null references tenant on delete cascade,
  agent_id  uuid not null,
  skill_id  uuid not null,
  level     int not null check (level between 1 and 10),
  constraint agent_skill_key unique (tenant_id, agent_id, skill_id),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade,
  constraint agent_skill_skill_fkey foreign key (tenant_id, skill_id) references skill (tenant_id, id)
);
create index agent_skill_of on agent_skill (tenant_id, skill_id);

-- What a queue asks of its agents. The demanded level goes down by one whenever the caller has waited relax_seconds more, down to nothing;
-- null: never.
create table queue_skill (
  id        uuid primary key default uuidv7(),
  tenant_id uuid not null references tenant on delete cascade,
  queue_id  uuid not null,
  skill_id  uuid not null,
  level     int not null check (level between 1 and 10),
  relax_seconds int check (relax_seconds between 5 and 3600),
  constraint queue_skill_key unique (tenant_id, queue_id, skill_id),
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete cascade,
  constraint queue_skill_skill_fkey foreign key (tenant_id, skill_id) references skill (tenant_id, id)
);
create index queue_skill_of on queue_skill (tenant_id, skill_id);

-- Callers who come before, or after, the queue's own priority: by the number that they dialled, by their own number, or by how it begins.
-- The longest that fits wins; a caller's own number before a dialled one.
create table caller_priority (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  matches    text not null check (matches in ('dialled', 'caller', 'caller_prefix')),
  number     text not null check (number ~ '^\+[1-9][0-9]{0,14}$'),
  priority   int not null check (priority between 1 and 10),
  note       text not null default '' check (char_length(note) <= 100),
  created_at timestamptz not null default now(),
  constraint caller_priority_key unique (tenant_id, matches, number)
);

create table pause_reason (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  name       text not null check (char_length(name) between 1 and 40),
  -- What is dialled behind the star code for it.
  digit      text not null check (digit ~ '^[1-9]$'),
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  constraint pause_reason_name_key unique (tenant_id, name),
  constraint pause_reason_digit_key unique (tenant_id, digit)
);

-- What an agent says a call was about, in wrap-up.
create table disposition_code (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  name       text not null check (char_length(name) between 1 and 60),
  -- Null for all queues.
  queue_id   uuid,
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  constraint disposition_code_name_key unique nulls not distinct (tenant_id, queue_id, name),
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete cascade
);

-- A supervisor with rows here sees and supervises these queues only, as far as is allowed; one without supervises all.
create table queue_supervisor (
  id        uuid primary key default uuidv7(),
  tenant_id uuid not null references tenant on delete cascade,
  queue_id  uuid not null,
  user_id   uuid not null,
  may_listen    boolean not null default true,
  may_whisper   boolean not null default true,
  may_barge     boolean not null default true,
  may_take_over boolean not null default true,
  constraint queue_supervisor_key unique (tenant_id, user_id, queue_id),
  foreign key (tenant_id, queue_id) references queue (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade
);
create index queue_supervisor_of on queue_supervisor (tenant_id, queue_id);

do $$
declare table_name text;
begin
  foreach table_name in array array['queue', 'agent', 'queue_agent', 'queue_tier', 'skill', 'agent_skill', 'queue_skill', 'caller_priority',
    'pause_reason', 'disposition_code', 'queue_supervisor'] loop
    execute format('alter table %1$I enable row level security', table_name);
    execute format('create policy %1$s_web on %1$I to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', table_name);
    execute format('create policy %1$s_engine on %1$I for select to pbx_engine using (true)', table_name);
    execute format('grant select, insert, update, delete on %I to pbx_web', table_name);
    execute format('grant select on %I to pbx_engine', table_name);
    execute format('create trigger %1$s_change after insert or update or delete on %1$I for each row execute function record_change()', table_name);
    execute format('create trigger %1$s_announce after insert or update or delete on %1$I for each row execute function announce_plan()', table_name);
  end loop;
end $$;

-- PINs are compared by a function of a later migration, one counted try at a time.
revoke select on agent from pbx_engine;
grant select (id, tenant_id, name, number, user_id, extension_id, created_at) on agent to pbx_engine;

alter table flow_node drop constraint flow_node_kind_check;
alter table flow_node add constraint flow_node_kind_check check
  (kind in ('number', 'extension', 'menu', 'schedule', 'ring_group', 'voicemail', 'announcement', 'queue'));

create or replace function node_of_thing() returns trigger
  language plpgsql security definer set search_path = public
  as $$
declare
  kind_of_thing text := tg_argv[0];
  thing jsonb := to_jsonb(new);
begin
  if tg_op = 'DELETE' then
    delete from flow_node where tenant_id = old.tenant_id and id = old.id;
    return null;
  end if;
  insert into flow_node (tenant_id, id, kind, name, number)
  values (new.tenant_id, new.id, kind_of_thing, trim(concat_ws(' ', thing ->> 'number', thing ->> 'name')),
          case when kind_of_thing in ('extension', 'menu', 'ring_group', 'queue') then thing ->> 'number' end)
  on conflict (tenant_id, id) do update set name = excluded.name, number = excluded.number
    where (flow_node.name, flow_node.number) is distinct from (excluded.name, excluded.number);
  return null;
end $$;
create trigger queue_node after insert or update of number, name or delete on queue
  for each row execute function node_of_thing('queue');

-- Where an agent is and since when, kept by the engine so that it outlives it. No row: never signed in.
create table agent_state (
  agent_id        uuid primary key,
  tenant_id       uuid not null,
  signed_in       boolean not null,
  signed_in_since timestamptz,
  -- At which extension; null when signed out.
  extension_id    uuid,
  -- Paused while not null.
  paused_since    timestamptz,
  pause_reason_id uuid,
  wrap_up_until   timestamptz,
  wrap_up_since   timestamptz,
  -- Not asked until then, for offers that he let ring out.
  set_aside_until timestamptz,
  -- What the strategies go by.
  last_talk_ended timestamptz,
  talks_today     int not null default 0,
  updated_at      timestamptz not null default now(),
  foreign key (tenant_id, agent_id) references agent (tenant_id, id) on delete cascade,
  foreign key (tenant_id, extension_id) references extension (tenant_id, id) on delete set null (extension_id),
  foreign key (tenant_id, pause_reason_id) references pause_reason (tenant_id, id) on delete set null (pause_reason_id)
);
create index agent_state_of on agent_state (tenant_id);
alter table agent_state enable row level security;
create policy agent_state_web on agent_state for select to pbx_web using (tenant_id = current_tenant());
create policy agent_state_engine on agent_state to pbx_engine using (true) with check (true);
grant select on agent_state to pbx_web;
grant select, insert, update, delete on agent_state to pbx_engine;

-- A queue's agents, tiers, demands and supervisors belong on the queue's page, an agent's skills on his.
alter table config_change alter column part_of set expression as (
  coalesce(coalesce(after, before) ->> 'node_id', coalesce(after, before) ->> 'group_id', coalesce(after, before) ->> 'schedule_id',
           coalesce(after, before) ->> 'route_id', coalesce(after, before) ->> 'queue_id', coalesce(after, before) ->> 'agent_id')::uuid);
