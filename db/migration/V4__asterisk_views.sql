-- What Asterisk may see: PJSIP's objects as views over devices, and one function for calls that our engine cannot decide.
-- The id column of each view must be a plain stored, indexed column: with a computed one, PJSIP's lookups scan the table.
-- Asterisk asks for `mailboxes` and `contact` whether or not they are used, and logs a failed query where they are missing.

create view ps_endpoints as
  select d.sip_username as id,
         d.sip_username as auth,
         d.sip_username as aors,
         d.tenant_id::text as tenantid,
         'from-device'::text as context,
         'all'::text as disallow,
         case d.kind when 'browser' then 'opus,g722,alaw,ulaw' else 'g722,alaw,ulaw,opus' end as allow,
         -- The name travels in a quoted string (RFC 3261 section 25.1); a quote or backslash inside would end it early.
         -- A semicolon would end the value: realtime wants it as ^3B, and a caret as ^5E (res_config_odbc.c, decode_chunk).
         '"' || replace(replace(translate(e.name, '"\', '''/'), '^', '^5E'), ';', '^3B') || '" <' || e.number || '>' as callerid,
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
         ''::text as mailboxes
    from device d join extension e on e.tenant_id = d.tenant_id and e.id = d.extension_id;

create view ps_auths as
  select sip_username as id,
         'md5'::text as auth_type,
         sip_username as username,
         ha1 as md5_cred,
         'switchboard'::text as realm
    from device;

create view ps_aors as
  select sip_username as id,
         1 as max_contacts,
         'yes'::text as remove_existing,
         60 as minimum_expiration,
         3600 as maximum_expiration,
         120 as default_expiration,
         0 as qualify_frequency,
         ''::text as mailboxes,
         null::text as contact
    from device;

grant select on ps_endpoints, ps_auths, ps_aors to pbx_asterisk;

-- The dialplan's own answer when the engine is away: the devices that an extension number rings, seen from a device of
-- the same tenant, as SIP user names separated by commas. Empty when there are none, or the caller is unknown.
create function fallback_devices(caller_device text, dialled text) returns text
  language sql stable security definer set search_path = public
  as $$
    select coalesce(string_agg(callee.sip_username, ',' order by callee.created_at), '')
      from device caller
      join extension own on own.id = caller.extension_id and own.may_call <> 'nobody'
      join extension wanted on wanted.tenant_id = caller.tenant_id and wanted.number = dialled
      join device callee on callee.tenant_id = wanted.tenant_id and callee.extension_id = wanted.id
     where caller.sip_username = caller_device
  $$;
revoke execute on function fallback_devices(text, text) from public;
grant execute on function fallback_devices(text, text) to pbx_asterisk;
