-- Tenants, the people who sign in, and the tokens that scripts use.
--
-- Four roles touch this database: the owner (migrations only), pbx_web (the portal and its API), pbx_engine (the call
-- engine) and pbx_asterisk (Asterisk: a few views, nothing else). They are made here without a password and cannot log
-- in until the installation gives them one.

do $$
declare role_name text;
begin
  foreach role_name in array array['pbx_web', 'pbx_engine', 'pbx_asterisk'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin nosuperuser nobypassrls', role_name);
    end if;
  end loop;
end $$;

revoke create on schema public from public;
grant usage on schema public to pbx_web, pbx_engine, pbx_asterisk;

-- Who is asking. Both are set for one transaction at its begin, in one place of the portal (TenantTransactionManager).
-- Without them every policy below is false, so that forgotten code sees no row at all.

create function current_tenant() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('pbx.tenant', true), '')::uuid $$;

create function is_operator() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('pbx.operator', true), '') = 'on' $$;

create table tenant (
  id         uuid primary key default uuidv7(),
  slug       text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
  name       text not null check (char_length(name) between 1 and 100),
  language   text not null default 'en' check (language in ('en', 'ko')),
  time_zone  text not null default 'UTC' check (char_length(time_zone) between 1 and 60),
  created_at timestamptz not null default now()
);

alter table tenant enable row level security;
create policy tenant_web on tenant to pbx_web
  using (id = current_tenant() or is_operator()) with check (is_operator() or id = current_tenant());
create policy tenant_engine on tenant for select to pbx_engine using (true);
grant select, insert, update, delete on tenant to pbx_web;
grant select on tenant to pbx_engine;

create table app_user (
  id            uuid primary key default uuidv7(),
  tenant_id     uuid references tenant on delete cascade,
  email         text not null check (email = lower(email) and char_length(email) between 3 and 254),
  name          text not null check (char_length(name) between 1 and 100),
  role          text not null check (role in ('operator', 'admin', 'supervisor', 'user')),
  password_hash text not null,
  language      text check (language in ('en', 'ko')),
  disabled      boolean not null default false,
  created_at    timestamptz not null default now(),
  unique (tenant_id, id),
  constraint app_user_email_key unique (email),
  constraint operators_belong_to_no_tenant check ((role = 'operator') = (tenant_id is null))
);

alter table app_user enable row level security;
create policy app_user_web on app_user to pbx_web
  using (tenant_id = current_tenant() or (tenant_id is null and is_operator()))
  with check (tenant_id = current_tenant() or (tenant_id is null and is_operator()));
grant select, insert, update, delete on app_user to pbx_web;

create table api_token (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid references tenant on delete cascade,
  name       text not null check (char_length(name) between 1 and 100),
  role       text not null check (role in ('operator', 'admin', 'supervisor', 'user')),
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  constraint operator_tokens_belong_to_no_tenant check ((role = 'operator') = (tenant_id is null))
);
create index api_token_tenant on api_token (tenant_id);

alter table api_token enable row level security;
create policy api_token_web on api_token to pbx_web
  using (tenant_id = current_tenant() or (tenant_id is null and is_operator()))
  with check (tenant_id = current_tenant() or (tenant_id is null and is_operator()));
grant select, insert, delete on api_token to pbx_web;

-- Signing in happens before a tenant is known. These two functions are the only way around the policies, and each
-- answers about exactly one row.

create function find_sign_in(wanted_email text)
  returns table (id uuid, tenant_id uuid, tenant_slug text, email text, name text, role text, password_hash text,
                 language text, disabled boolean)
  language sql stable security definer set search_path = public
  as $$
    select u.id, u.tenant_id, t.slug, u.email, u.name, u.role, u.password_hash, coalesce(u.language, t.language), u.disabled
      from app_user u left join tenant t on t.id = u.tenant_id
     where u.email = lower(wanted_email)
  $$;

create function find_api_token(wanted_hash bytea)
  returns table (id uuid, tenant_id uuid, tenant_slug text, name text, role text)
  language sql stable security definer set search_path = public
  as $$
    select k.id, k.tenant_id, t.slug, k.name, k.role
      from api_token k left join tenant t on t.id = k.tenant_id
     where k.token_hash = wanted_hash
  $$;

revoke execute on function find_sign_in(text), find_api_token(bytea) from public;
grant execute on function find_sign_in(text), find_api_token(bytea) to pbx_web;

-- Replies to requests that carried an Idempotency-Key, so that a repeated POST answers the same and does nothing twice.
create table idempotent_reply (
  token_id     uuid not null references api_token on delete cascade,
  tenant_id    uuid references tenant on delete cascade,
  key          text not null check (char_length(key) between 1 and 200),
  request_hash bytea not null,
  status       int not null,
  location     text,
  body         text,
  created_at   timestamptz not null default now(),
  primary key (token_id, key)
);
create index idempotent_reply_age on idempotent_reply (created_at);

alter table idempotent_reply enable row level security;
create policy idempotent_reply_web on idempotent_reply to pbx_web
  using (tenant_id = current_tenant() or (tenant_id is null and is_operator()))
  with check (tenant_id = current_tenant() or (tenant_id is null and is_operator()));
grant select, insert, update, delete on idempotent_reply to pbx_web;
