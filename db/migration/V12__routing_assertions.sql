-- Questions to routing with the answer that a company relies on. Every change of what routing goes by is weighed against them
-- before it is committed, by the portal: triggers mark the transaction, and the portal asks for the mark.

create table routing_assertion (
  id          uuid primary key default uuidv7(),
  tenant_id   uuid not null references tenant on delete cascade,
  name        text not null check (char_length(name) between 1 and 100),
  -- E.164 for a number of the company's, else what an extension dials.
  number      text not null check (char_length(number) between 1 and 60),
  -- E.164 or an extension's number; empty for an anonymous caller.
  caller      text not null default '' check (char_length(caller) <= 60),
  -- Null: whenever it is asked.
  at          timestamptz,
  digits      text not null default '' check (digits ~ '^[0-9*#,]{0,64}$'),
  if_rung     text not null default 'answered' check (if_rung in ('answered', 'no_answer', 'busy', 'not_registered')),
  expect_kind text not null check (char_length(expect_kind) between 1 and 40),
  expect_name text not null check (char_length(expect_name) between 1 and 100),
  -- What the caller must come by: kinds and names side by side.
  pass_kinds  text[] not null default '{}',
  pass_names  text[] not null default '{}',
  -- What came of it when it was asked last.
  holds       boolean not null,
  end_kind    text,
  end_name    text,
  checked_at  timestamptz not null default now(),
  created_at  timestamptz not null default now(),
  unique (tenant_id, id),
  constraint routing_assertion_name_key unique (tenant_id, name),
  constraint routing_assertion_passes check (cardinality(pass_kinds) = cardinality(pass_names) and cardinality(pass_kinds) <= 20)
);
create index routing_assertion_broken on routing_assertion (tenant_id) where not holds;

alter table routing_assertion enable row level security;
create policy routing_assertion_web on routing_assertion to pbx_web
  using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert, update, delete on routing_assertion to pbx_web;

-- What came of it is no change of anybody's.
create trigger routing_assertion_change
  after insert or delete or update of name, number, caller, at, digits, if_rung, expect_kind, expect_name, pass_kinds, pass_names
  on routing_assertion for each row execute function record_change();

create or replace function announce_plan() returns trigger
  language plpgsql
  as $$
begin
  perform pg_notify('pbx_plan', coalesce(new.tenant_id, old.tenant_id)::text);
  perform set_config('pbx.plan_changed', 'on', true);
  return null;
end $$;

create or replace function announce_tenant() returns trigger
  language plpgsql
  as $$
begin
  perform pg_notify('pbx_plan', coalesce(new.id, old.id)::text);
  perform set_config('pbx.plan_changed', 'on', true);
  return null;
end $$;
