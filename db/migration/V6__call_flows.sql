-- Where a call goes next: one mechanism for every kind of thing.
--
-- flow_node has a row for each thing that a call can come to or start from; a trigger on the thing's own table keeps it.
-- flow_exit has a row for each way out of a node. So "what points here" is one query, and the foreign key refuses to
-- delete a thing that something still leads to, whatever the kinds are.

create table flow_node (
  tenant_id uuid not null references tenant on delete cascade,
  id        uuid not null,
  kind      text not null check (kind in ('number', 'extension', 'menu', 'schedule', 'ring_group', 'voicemail', 'announcement')),
  -- What people read: the number, where it has one, and the name.
  name      text not null,
  -- What extensions dial to reach it; null when it cannot be dialled. A voicemail box has its extension's number and is
  -- reached by star code, so it is not dialled and takes no number away.
  number    text check (number ~ '^[1-9][0-9]{1,5}$'),
  primary key (tenant_id, id),
  unique (tenant_id, id, kind),
  constraint flow_node_number_key unique (tenant_id, number)
);
create index flow_node_of_kind on flow_node (tenant_id, kind, name);

create table flow_exit (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  node_id    uuid not null,
  exit       text not null check (exit ~ '^[a-z0-9_]{1,40}$'),
  to_kind    text not null,
  to_node_id uuid,
  to_value   text,
  constraint flow_exit_key unique (tenant_id, node_id, exit),
  constraint flow_exit_leads_somewhere check (
    case to_kind
      when 'outside_number' then to_node_id is null and to_value ~ '^\+[1-9][0-9]{3,14}$'
      when 'hangup' then to_node_id is null and to_value in ('normal', 'busy', 'unavailable', 'rejected', 'not_found')
      else to_kind <> 'number' and to_node_id is not null and to_value is null
    end is true),
  foreign key (tenant_id, node_id) references flow_node (tenant_id, id) on delete cascade,
  -- Checked at the end of the statement, so that a thing which leads only to itself can be deleted.
  constraint flow_exit_target_fkey foreign key (tenant_id, to_node_id, to_kind) references flow_node (tenant_id, id, kind)
);
create index flow_exit_to on flow_exit (tenant_id, to_node_id);

alter table flow_node enable row level security;
create policy flow_node_web on flow_node for select to pbx_web using (tenant_id = current_tenant());
create policy flow_node_engine on flow_node for select to pbx_engine using (true);
grant select on flow_node to pbx_web, pbx_engine;

-- Keeps the node of a row. Its argument is the kind. Rows have id, tenant_id and name, and some a number.
create function node_of_thing() returns trigger
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
          case when kind_of_thing in ('extension', 'menu', 'ring_group') then thing ->> 'number' end)
  on conflict (tenant_id, id) do update set name = excluded.name, number = excluded.number
    where (flow_node.name, flow_node.number) is distinct from (excluded.name, excluded.number);
  return null;
end $$;

-- Numbers that the world dials, the companies' ways in.
alter table tenant
  add column country text not null default 'US' check (country ~ '^[A-Z]{2}$'),
  -- What people dial before an outside number; empty where nothing is needed.
  add column outside_prefix text not null default '' check (outside_prefix ~ '^[0-9]{0,2}$'),
  -- Calls at once; null leaves it to the system's own limit.
  add column call_limit int check (call_limit between 1 and 10000);

create table trunk (
  id            uuid primary key default uuidv7(),
  tenant_id     uuid not null references tenant on delete cascade,
  name          text not null check (char_length(name) between 1 and 60),
  -- Asterisk's name for it; stored, indexed and opaque, as devices' are.
  endpoint_id   text not null check (endpoint_id ~ '^trunk[a-z0-9]{15}$'),
  enabled       boolean not null default true,
  -- 'register': we sign in at the provider and are called over that registration. 'ip': the provider is known by address.
  kind          text not null check (kind in ('register', 'ip')),
  host          text not null check (char_length(host) between 1 and 253),
  port          int not null default 5060 check (port between 1 and 65535),
  transport     text not null default 'udp' check (transport in ('udp', 'tcp', 'tls')),
  username      text check (char_length(username) between 1 and 100),
  -- Asterisk must answer the provider's challenge, for which it needs the password itself: only its view shows it.
  password      text check (char_length(password) between 1 and 200),
  -- From where the provider's calls come, besides the host itself: addresses or networks.
  addresses     inet[] not null default '{}',
  number_format text not null default 'plus' check (number_format in ('plus', 'digits', 'national')),
  caller_id     text check (caller_id ~ '^\+[1-9][0-9]{3,14}$'),
  call_limit    int check (call_limit between 1 and 10000),
  created_at    timestamptz not null default now(),
  unique (tenant_id, id),
  constraint trunk_endpoint_key unique (endpoint_id),
  constraint trunk_name_key unique (tenant_id, name),
  constraint trunk_registers_with_a_name check (kind <> 'register' or (username is not null and password is not null))
);

create table phone_number (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  number     text not null check (number ~ '^\+[1-9][0-9]{3,14}$'),
  name       text not null default '' check (char_length(name) <= 60),
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  -- Over all companies: a number rings in one place.
  constraint phone_number_key unique (number)
);

create table outbound_route (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  name       text not null check (char_length(name) between 1 and 60),
  -- The lowest position whose pattern fits wins.
  position   int not null check (position between 1 and 1000),
  -- '+82' begins an E.164 number; digits with X, Z (1-9), N (2-9) and a last '.' (one or more) match what was dialled.
  patterns   text[] not null check (cardinality(patterns) between 1 and 50),
  caller_id  text check (caller_id ~ '^\+[1-9][0-9]{3,14}$'),
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  constraint outbound_route_name_key unique (tenant_id, name),
  constraint outbound_route_position_key unique (tenant_id, position) deferrable initially immediate
);

-- The trunks of a route in the order in which they are tried.
create table outbound_route_trunk (
  id        uuid primary key default uuidv7(),
  tenant_id uuid not null references tenant on delete cascade,
  route_id  uuid not null,
  position  int not null check (position between 1 and 10),
  trunk_id  uuid not null,
  constraint outbound_route_trunk_key unique (tenant_id, route_id, trunk_id),
  constraint outbound_route_trunk_position_key unique (tenant_id, route_id, position),
  foreign key (tenant_id, route_id) references outbound_route (tenant_id, id) on delete cascade,
  constraint outbound_route_trunk_fkey foreign key (tenant_id, trunk_id) references trunk (tenant_id, id)
);

-- Callers from outside who are let in always ('allow' wins) or never.
create table caller_rule (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  action     text not null check (action in ('block', 'allow')),
  matches    text not null check (matches in ('exact', 'prefix', 'anonymous')),
  number     text check (number ~ '^\+[1-9][0-9]{0,14}$'),
  note       text not null default '' check (char_length(note) <= 100),
  created_at timestamptz not null default now(),
  constraint caller_rule_key unique nulls not distinct (tenant_id, matches, number),
  constraint anonymous_callers_have_no_number check ((matches = 'anonymous') = (number is null))
);

-- What an extension may dial, from least to most; emergency numbers always.
alter table extension drop constraint extension_may_call_check;
alter table extension
  add constraint extension_may_call_check check (may_call in ('nobody', 'internal', 'national', 'international', 'premium')),
  add column do_not_disturb boolean not null default false,
  -- The number shown to outside callees; null leaves it to the route, the trunk or the company's first number.
  add column caller_id_number_id uuid,
  add column hide_caller_id boolean not null default false,
  add constraint extension_caller_id_fkey foreign key (tenant_id, caller_id_number_id) references phone_number (tenant_id, id);
create index extension_caller_id on extension (tenant_id, caller_id_number_id);

-- Opening hours.
create table schedule (
  id             uuid primary key default uuidv7(),
  tenant_id      uuid not null references tenant on delete cascade,
  name           text not null check (char_length(name) between 1 and 60),
  time_zone      text not null check (char_length(time_zone) between 1 and 60),
  -- Day/night switch: 'open' and 'closed' hold until override_until, or for good when that is null.
  override       text not null default 'none' check (override in ('none', 'open', 'closed')),
  override_until timestamptz,
  -- Dialled by an extension to switch; null when there is none.
  code           text check (code ~ '^\*[0-9]{2,5}$'),
  feed_url       text check (char_length(feed_url) between 8 and 500),
  feed_read_at   timestamptz,
  feed_problem   text check (char_length(feed_problem) <= 300),
  created_at     timestamptz not null default now(),
  unique (tenant_id, id),
  constraint schedule_name_key unique (tenant_id, name),
  constraint schedule_code_key unique (tenant_id, code)
);

-- Minutes since local midnight, so that a day can end at 24:00 (1440).
create table schedule_hours (
  id          uuid primary key default uuidv7(),
  tenant_id   uuid not null references tenant on delete cascade,
  schedule_id uuid not null,
  -- ISO 8601: Monday is 1.
  day_of_week int not null check (day_of_week between 1 and 7),
  opens       int not null check (opens between 0 and 1439),
  closes      int not null check (closes between 1 and 1440 and closes > opens),
  foreign key (tenant_id, schedule_id) references schedule (tenant_id, id) on delete cascade
);
create index schedule_hours_of on schedule_hours (tenant_id, schedule_id);

-- Days that differ from the week: holidays, and exceptions with hours of their own (several rows for one day, or none: closed).
create table schedule_day (
  id          uuid primary key default uuidv7(),
  tenant_id   uuid not null references tenant on delete cascade,
  schedule_id uuid not null,
  name        text not null check (char_length(name) between 1 and 100),
  kind        text not null check (kind in ('holiday', 'exception')),
  first_day   date not null,
  last_day    date not null,
  -- An exception's hours; null for a holiday and for an exception that is closed all day.
  opens       int check (opens between 0 and 1439),
  closes      int check (closes between 1 and 1440),
  from_feed   boolean not null default false,
  constraint schedule_day_in_order check (last_day between first_day and first_day + 366),
  constraint schedule_day_hours check ((opens is null) = (closes is null) and (closes > opens) is not false and (kind = 'exception' or opens is null)),
  foreign key (tenant_id, schedule_id) references schedule (tenant_id, id) on delete cascade
);
create index schedule_day_of on schedule_day (tenant_id, schedule_id, first_day);

-- Prompts are a later migration's; V10 ties these columns to them.
create table menu (
  id                uuid primary key default uuidv7(),
  tenant_id         uuid not null references tenant on delete cascade,
  name              text not null check (char_length(name) between 1 and 60),
  number            text,
  prompt_id         uuid not null,
  wrong_prompt_id   uuid,
  no_input_prompt_id uuid,
  -- Seconds of silence after the prompt, and between two digits.
  first_digit_seconds int not null default 5 check (first_digit_seconds between 1 and 30),
  next_digit_seconds  int not null default 3 check (next_digit_seconds between 1 and 10),
  -- How often it is played when nothing, or nothing that fits, was typed.
  tries             int not null default 3 check (tries between 1 and 10),
  direct_dial       boolean not null default false,
  -- Extensions that cannot be reached by direct dial.
  excluded          text[] not null default '{}',
  created_at        timestamptz not null default now(),
  unique (tenant_id, id),
  constraint menu_name_key unique (tenant_id, name)
);

create table ring_group (
  id              uuid primary key default uuidv7(),
  tenant_id       uuid not null references tenant on delete cascade,
  name            text not null check (char_length(name) between 1 and 60),
  number          text,
  strategy        text not null default 'ring_all' check (strategy in ('ring_all', 'in_order', 'round_robin', 'random', 'least_recent')),
  -- ring_all: for all together. The others: for each member.
  ring_seconds    int not null default 20 check (ring_seconds between 5 and 120),
  skip_busy       boolean not null default true,
  -- Members outside must press 1, so that a mobile's own voicemail does not take the call.
  confirm_outside boolean not null default true,
  created_at      timestamptz not null default now(),
  unique (tenant_id, id),
  constraint ring_group_name_key unique (tenant_id, name)
);

create table ring_group_member (
  id             uuid primary key default uuidv7(),
  tenant_id      uuid not null references tenant on delete cascade,
  group_id       uuid not null,
  position       int not null check (position between 1 and 50),
  extension_id   uuid,
  outside_number text check (outside_number ~ '^\+[1-9][0-9]{3,14}$'),
  -- Seconds after the others; for ring_all only.
  delay_seconds  int not null default 0 check (delay_seconds between 0 and 60),
  constraint ring_group_member_is_one check ((extension_id is null) <> (outside_number is null)),
  constraint ring_group_member_key unique nulls not distinct (tenant_id, group_id, extension_id, outside_number),
  constraint ring_group_member_position_key unique (tenant_id, group_id, position),
  foreign key (tenant_id, group_id) references ring_group (tenant_id, id) on delete cascade,
  constraint ring_group_member_extension_fkey foreign key (tenant_id, extension_id) references extension (tenant_id, id) on delete cascade
);
create index ring_group_member_extension on ring_group_member (tenant_id, extension_id);

create table announcement (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  name       text not null check (char_length(name) between 1 and 60),
  prompt_id  uuid not null,
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  constraint announcement_name_key unique (tenant_id, name)
);

do $$
declare table_name text;
begin
  foreach table_name in array array['flow_exit', 'trunk', 'phone_number', 'outbound_route', 'outbound_route_trunk', 'caller_rule',
    'schedule', 'schedule_hours', 'schedule_day', 'menu', 'ring_group', 'ring_group_member', 'announcement'] loop
    execute format('alter table %1$I enable row level security', table_name);
    execute format('create policy %1$s_web on %1$I to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', table_name);
    execute format('create policy %1$s_engine on %1$I for select to pbx_engine using (true)', table_name);
    execute format('grant select, insert, update, delete on %I to pbx_web', table_name);
    execute format('grant select on %I to pbx_engine', table_name);
    execute format('create trigger %1$s_change after insert or update or delete on %1$I for each row execute function record_change()', table_name);
    execute format('create trigger %1$s_announce after insert or update or delete on %1$I for each row execute function announce_plan()', table_name);
  end loop;
end $$;

-- Nobody but Asterisk, through its view, reads a trunk's password.
revoke select on trunk from pbx_web, pbx_engine;
grant select (id, tenant_id, name, endpoint_id, enabled, kind, host, port, transport, username, addresses, number_format, caller_id,
              call_limit, created_at) on trunk to pbx_web, pbx_engine;
create or replace function without_secrets(row_data jsonb) returns jsonb
  language sql immutable
  as $$ select row_data - array['password_hash', 'token_hash', 'ha1', 'password'] $$;

create trigger extension_node after insert or update of number, name or delete on extension
  for each row execute function node_of_thing('extension');
create trigger phone_number_node after insert or update of number, name or delete on phone_number
  for each row execute function node_of_thing('number');
create trigger schedule_node after insert or update of name or delete on schedule
  for each row execute function node_of_thing('schedule');
create trigger menu_node after insert or update of number, name or delete on menu
  for each row execute function node_of_thing('menu');
create trigger ring_group_node after insert or update of number, name or delete on ring_group
  for each row execute function node_of_thing('ring_group');
create trigger announcement_node after insert or update of name or delete on announcement
  for each row execute function node_of_thing('announcement');

insert into flow_node (tenant_id, id, kind, name, number)
select tenant_id, id, 'extension', number || ' ' || name, number from extension;

-- What a phone may change by star code, as role pbx_engine: its own do-not-disturb and forwarding, and the day/night switch.
-- pbx.actor tells the record of changes which extension did it.
grant update (do_not_disturb) on extension to pbx_engine;
grant insert, update, delete on flow_exit to pbx_engine;
grant update (override, override_until) on schedule to pbx_engine;
create policy extension_engine_write on extension for update to pbx_engine using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy flow_exit_engine_write on flow_exit to pbx_engine using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy schedule_engine_write on schedule for update to pbx_engine using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
