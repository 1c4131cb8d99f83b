-- Extensions (the numbers people dial inside a company) and their devices (the phones that ring).

create table extension (
  id           uuid primary key default uuidv7(),
  tenant_id    uuid not null references tenant on delete cascade,
  number       text not null check (number ~ '^[1-9][0-9]{1,5}$'),
  name         text not null check (char_length(name) between 1 and 60),
  user_id      uuid,
  ring_seconds int not null default 25 check (ring_seconds between 5 and 120),
  may_call     text not null default 'internal' check (may_call in ('nobody', 'internal')),
  created_at   timestamptz not null default now(),
  unique (tenant_id, id),
  constraint extension_number_key unique (tenant_id, number),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete set null (user_id)
);
create index extension_user on extension (tenant_id, user_id);

-- One SIP account per device. Its user name is opaque and unique over all tenants, so the same extension number in a
-- hundred companies costs nothing; it is stored and indexed because Asterisk looks it up in views (see V4).
-- Of the password only the digest is kept: HA1 of RFC 7616 section 3.4.2, MD5(username ":switchboard:" password).
create table device (
  id           uuid primary key default uuidv7(),
  tenant_id    uuid not null references tenant on delete cascade,
  extension_id uuid not null,
  name         text not null check (char_length(name) between 1 and 60),
  kind         text not null default 'phone' check (kind in ('phone', 'browser')),
  encryption   text not null default 'off' check (encryption in ('off', 'required')),
  sip_username text not null check (sip_username ~ '^[a-z0-9]{16}$'),
  ha1          text not null check (ha1 ~ '^[0-9a-f]{32}$'),
  created_at   timestamptz not null default now(),
  unique (tenant_id, id),
  constraint device_sip_username_key unique (sip_username),
  constraint device_name_key unique (tenant_id, extension_id, name),
  foreign key (tenant_id, extension_id) references extension (tenant_id, id) on delete cascade
);

alter table extension enable row level security;
create policy extension_web on extension to pbx_web
  using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy extension_engine on extension for select to pbx_engine using (true);
grant select, insert, update, delete on extension to pbx_web;
grant select on extension to pbx_engine;

alter table device enable row level security;
create policy device_web on device to pbx_web
  using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy device_engine on device for select to pbx_engine using (true);
grant select, insert, update, delete on device to pbx_web;
grant select (id, tenant_id, extension_id, name, kind, encryption, sip_username, created_at) on device to pbx_engine;

create trigger extension_change after insert or update or delete on extension
  for each row execute function record_change();
create trigger device_change after insert or update or delete on device
  for each row execute function record_change();

-- The engine hears of changes when they are committed. `pbx_plan`: a tenant's plan is out of date (payload: tenant id).
-- `pbx_device`: what Asterisk may have cached of a device is out of date (payload: SIP user name, and 'gone' when the
-- device no longer exists, so that its registration ends too).

create function announce_plan() returns trigger
  language plpgsql
  as $$
begin
  perform pg_notify('pbx_plan', coalesce(new.tenant_id, old.tenant_id)::text);
  return null;
end $$;

create function announce_tenant() returns trigger
  language plpgsql
  as $$
begin
  perform pg_notify('pbx_plan', coalesce(new.id, old.id)::text);
  return null;
end $$;

create function announce_device() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' then
    perform pg_notify('pbx_device', old.sip_username || ' gone');
  else
    if tg_op = 'UPDATE' and old.sip_username <> new.sip_username then
      perform pg_notify('pbx_device', old.sip_username || ' gone');
    end if;
    perform pg_notify('pbx_device', new.sip_username);
  end if;
  return null;
end $$;

-- A device's caller ID is its extension's number and name.
create function announce_devices_of_extension() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  perform pg_notify('pbx_device', sip_username) from device where extension_id = new.id;
  return null;
end $$;

create trigger tenant_announce after insert or update or delete on tenant
  for each row execute function announce_tenant();
create trigger extension_announce after insert or update or delete on extension
  for each row execute function announce_plan();
create trigger extension_announce_devices after update of number, name on extension
  for each row execute function announce_devices_of_extension();
create trigger device_announce_plan after insert or update or delete on device
  for each row execute function announce_plan();
create trigger device_announce after insert or update or delete on device
  for each row execute function announce_device();
