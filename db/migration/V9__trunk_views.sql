-- Trunks as Asterisk sees them: beside devices in the views that PJSIP reads, with registrations and addresses of their own.

-- From where the providers' calls come. One row for each address or network, so that no two trunks of the installation can
-- claim the same: a call is told by its address alone. Nobody reads it but the view below.
create table trunk_address (
  tenant_id uuid not null,
  trunk_id  uuid not null,
  network   inet not null,
  primary key (tenant_id, trunk_id, network),
  foreign key (tenant_id, trunk_id) references trunk (tenant_id, id) on delete cascade,
  constraint trunk_address_once exclude using gist (network inet_ops with &&)
);
alter table trunk_address enable row level security;

-- A provider that is known by address calls from its host too, where that is an address. What lies within another of the
-- trunk's own networks is left out.
create function file_trunk_addresses() returns trigger
  language plpgsql security definer set search_path = public
  as $$
declare
  networks inet[] := new.addresses;
begin
  if new.kind = 'ip' and (new.host ~ '^[0-9.]+$' or new.host like '%:%') then
    networks := networks || new.host::inet;
  end if;
  delete from trunk_address where tenant_id = new.tenant_id and trunk_id = new.id;
  insert into trunk_address (tenant_id, trunk_id, network)
  select distinct new.tenant_id, new.id, network(one)::inet
    from unnest(networks) as one
   where not exists (select from unnest(networks) as wider where wider >> one);
  return null;
end $$;
create trigger trunk_addresses after insert or update of kind, host, addresses on trunk
  for each row execute function file_trunk_addresses();

-- Asterisk goes on asking a trunk that it knows whether it is there, until it reads that it need not (ps_aors below).
create table trunk_gone (
  endpoint_id text primary key,
  gone_at     timestamptz not null default now()
);
alter table trunk_gone enable row level security;

-- `pbx_trunk`: what Asterisk knows of a trunk is out of date. Payload: its endpoint, and 'auth' when it must sign in anew, or
-- 'gone'.
create function announce_trunk() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  if tg_op = 'DELETE' then
    delete from trunk_gone where gone_at < now() - interval '1 day';
    insert into trunk_gone (endpoint_id) values (old.endpoint_id) on conflict do nothing;
    perform pg_notify('pbx_trunk', old.endpoint_id || ' gone');
  elsif tg_op = 'UPDATE' and (old.username, old.password) is distinct from (new.username, new.password) then
    perform pg_notify('pbx_trunk', new.endpoint_id || ' auth');
  else
    perform pg_notify('pbx_trunk', new.endpoint_id);
  end if;
  return null;
end $$;
create trigger trunk_announce_asterisk after insert or delete or
    update of enabled, kind, host, port, transport, username, password, addresses on trunk
  for each row execute function announce_trunk();

-- Realtime takes ^3B for a semicolon and ^5E for a caret (res_config_odbc.c, decode_chunk); a bare semicolon ends a value.
create function realtime_text(value text) returns text
  language sql immutable
  as $$ select replace(replace(value, '^', '^5E'), ';', '^3B') $$;

-- A SIP URI of the provider. The user part has no sign that would end it but @ (see the portal's check).
create function trunk_uri(username text, host text, port int, transport text) returns text
  language sql immutable
  as $$
    select 'sip:' || coalesce(replace(username, '@', '%40') || '@', '')
           || case when host like '%:%' then '[' || host || ']' else host end
           || coalesce(':' || port, '') || coalesce('^3Btransport=' || transport, '')
  $$;

-- A trunk calls into from-trunk, and is known by address or by its registration, never by a name that a stranger could claim
-- (identify_by); no device is known by address. It has no secret of ours to prove, so max_contacts below lets nobody register.
-- from_user: a provider that we register at knows the caller by the account, and the number by P-Asserted-Identity.
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
         'no'::text as allow_subscribe,
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
         'no'::text as trust_id_outbound
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
         'yes'
    from trunk t
   where t.enabled;

create or replace view ps_auths as
  select sip_username as id,
         'md5'::text as auth_type,
         sip_username as username,
         ha1 as md5_cred,
         'switchboard'::text as realm,
         null::text as password
    from device
   union all
  select endpoint_id, 'userpass', username, null, null, realtime_text(password)
    from trunk
   where enabled and username is not null and password is not null;

create or replace view ps_aors as
  select sip_username as id,
         1 as max_contacts,
         'yes'::text as remove_existing,
         60 as minimum_expiration,
         3600 as maximum_expiration,
         120 as default_expiration,
         0 as qualify_frequency,
         ''::text as mailboxes,
         null::text as contact
    from device
   union all
  select endpoint_id, 0, 'no', 60, 3600, 120,
         case when enabled then 30 else 0 end, '',
         case when enabled then trunk_uri(null, host, port, transport) end
    from trunk
   union all
  select endpoint_id, 0, 'no', 60, 3600, 120, 0, '', null
    from trunk_gone;

-- Where we sign in. A refusal is not for ever: somebody may put it right at the provider.
create view ps_registrations as
  select endpoint_id as id,
         trunk_uri(null, host, port, transport) as server_uri,
         trunk_uri(username, host, null, null) as client_uri,
         endpoint_id as contact_user,
         endpoint_id as endpoint,
         'yes'::text as line,
         endpoint_id as outbound_auth,
         transport,
         300 as expiration,
         30 as retry_interval,
         60 as forbidden_retry_interval,
         60 as fatal_retry_interval,
         1000000 as max_retries,
         'no'::text as auth_rejection_permanent,
         0 as max_random_initial_delay
    from trunk
   where enabled and kind = 'register';

-- Read as a whole into Asterisk's memory. The first row fits nobody: were there none, Asterisk would ask for each stranger.
create view ps_endpoint_id_ips as
  select 'none'::text as id, 'none'::text as endpoint, '255.255.255.255/32'::text as match, 'no'::text as srv_lookups
   union all
  select t.endpoint_id, t.endpoint_id, string_agg(host(a.network) || '/' || masklen(a.network), ','), 'no'
    from trunk t join trunk_address a on a.tenant_id = t.tenant_id and a.trunk_id = t.id
   where t.enabled
   group by t.endpoint_id;

grant select on ps_registrations, ps_endpoint_id_ips to pbx_asterisk;

-- The dialplan's own answer to a call from a provider when the engine is away: '<dial string>|<box>' for the first extension,
-- ring group or voicemail box that the number's ways lead to, whatever the hours; one or both may be empty. Numbers come in
-- national or international form, so one of the company's that ends in what was dialled is meant, if it is the only one.
create function fallback_number(trunk_endpoint text, called text, called_to text) returns text
  language sql stable security definer set search_path = public
  as $$
    with recursive line as (
      select tenant_id from trunk where endpoint_id = trunk_endpoint and enabled
    ), typed as (
      select distinct ltrim(regexp_replace(one, '[^0-9]', '', 'g'), '0') as digits
        from unnest(array[called, called_to]) as one where one ~ '^\+?[0-9]+$'
    ), meant as (
      select n.tenant_id, n.id
        from line join phone_number n on n.tenant_id = line.tenant_id join typed on length(digits) >= 5 and right(n.number, length(digits)) = digits
       group by n.tenant_id, n.id
    ), way (tenant_id, id, kind, path, ranks) as (
      select n.tenant_id, n.id, n.kind, array[n.id], array[]::int[]
        from meant join flow_node n on n.tenant_id = meant.tenant_id and n.id = meant.id
       where (select count(*) from meant) = 1
       union all
      select t.tenant_id, t.id, t.kind, w.path || t.id,
             w.ranks || case when e.exit in ('to', 'open', 'next') then 0 when e.exit = 'no_input' then 1 else 2 end
        from way w
        join flow_exit e on e.tenant_id = w.tenant_id and e.node_id = w.id
        join flow_node t on t.tenant_id = e.tenant_id and t.id = e.to_node_id
       where w.kind in ('number', 'schedule', 'menu', 'announcement') and cardinality(w.path) < 10 and not t.id = any (w.path)
    ), target as (
      select tenant_id, id, kind from way where kind in ('extension', 'ring_group', 'voicemail')
       order by cardinality(path), ranks limit 1
    ), phones as (
      select string_agg('PJSIP/' || d.sip_username, '&' order by d.created_at) as dial
        from target g join device d on d.tenant_id = g.tenant_id and (d.extension_id = g.id or d.extension_id in (
          select m.extension_id from ring_group_member m where m.tenant_id = g.tenant_id and m.group_id = g.id))
    ), box as (
      select b.number || '@' || b.context as address
        from target g join voicemail_box b on b.tenant_id = g.tenant_id
       where b.id = g.id or b.extension_id = g.id or b.id in (
          select e.to_node_id from flow_exit e
           where e.tenant_id = g.tenant_id and e.node_id = g.id and e.exit in ('no_answer', 'outside_no_answer'))
       order by (b.id = g.id) desc, (b.extension_id is distinct from g.id) desc limit 1
    )
    select coalesce((select dial from phones), '') || '|' || coalesce((select address from box), '')
  $$;
revoke execute on function fallback_number(text, text, text) from public;
grant execute on function fallback_number(text, text, text) to pbx_asterisk;
