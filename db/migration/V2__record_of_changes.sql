-- Who changed what, before and after: one mechanism for every configuration table, so that no feature can forget it.

create table config_change (
  id         uuid not null default uuidv7() primary key,
  tenant_id  uuid not null references tenant on delete cascade,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  thing      text not null,
  thing_id   uuid not null,
  action     text not null check (action in ('insert', 'update', 'delete')),
  before     jsonb,
  after      jsonb
);
create index config_change_recent on config_change (tenant_id, changed_at desc, id);
create index config_change_of_thing on config_change (tenant_id, thing_id, changed_at desc);

alter table config_change enable row level security;
create policy config_change_web on config_change for select to pbx_web using (tenant_id = current_tenant());
grant select on config_change to pbx_web;

-- Columns that must never be copied into the record of changes.
create function without_secrets(row_data jsonb) returns jsonb
  language sql immutable
  as $$ select row_data - array['password_hash', 'token_hash', 'ha1'] $$;

create function record_change() returns trigger
  language plpgsql security definer set search_path = public
  as $$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then without_secrets(to_jsonb(old)) end;
  new_row jsonb := case when tg_op <> 'DELETE' then without_secrets(to_jsonb(new)) end;
  owner_tenant uuid := coalesce(new_row, old_row) ->> case tg_table_name when 'tenant' then 'id' else 'tenant_id' end;
begin
  -- Rows of the operator's own, and rows that go because their tenant goes, have no tenant to keep a record for.
  if owner_tenant is null or not exists (select from tenant where id = owner_tenant) then
    return null;
  end if;
  insert into config_change (tenant_id, changed_by, thing, thing_id, action, before, after)
  values (owner_tenant, coalesce(nullif(current_setting('pbx.actor', true), ''), session_user), tg_table_name,
          (coalesce(new_row, old_row) ->> 'id')::uuid, lower(tg_op), old_row, new_row);
  return null;
end $$;

create trigger tenant_change after update on tenant
  for each row execute function record_change();
create trigger app_user_change after insert or update or delete on app_user
  for each row execute function record_change();
create trigger api_token_change after insert or delete on api_token
  for each row execute function record_change();
