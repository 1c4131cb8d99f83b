-- Voicemail. Asterisk takes and plays the messages (app_voicemail_odbc) and does so without us; its boxes are a view, its
-- messages rows of our own table, written through a view. Who a row belongs to comes from its folder's path, never from trust.

create table voicemail_box (
  id                uuid primary key default uuidv7(),
  tenant_id         uuid not null references tenant on delete cascade,
  -- An extension's box has the extension's number (trigger below); a shared box has one of its own.
  number            text not null check (number ~ '^[1-9][0-9]{1,5}$'),
  name              text not null check (char_length(name) between 1 and 60),
  -- Null for a shared box. When the extension goes, its messages stay, in a shared box.
  extension_id      uuid,
  -- Spoken words and mail; null is the company's language.
  language          text check (language in ('en', 'ko')),
  -- BCrypt. Null until a PIN is set: then the box opens from its own phone and in the portal only.
  pin_hash          text,
  pin_from_own_phone boolean not null default false,
  failed_pins       int not null default 0,
  locked_until      timestamptz,
  email             text check (char_length(email) between 3 and 254),
  attach_audio      boolean not null default true,
  delete_after_mail boolean not null default false,
  max_messages      int not null default 100 check (max_messages between 1 and 1000),
  -- Of one message, in seconds; and of all together, in minutes.
  max_seconds       int not null default 180 check (max_seconds between 10 and 600),
  max_minutes       int not null default 120 check (max_minutes between 1 and 1200),
  created_at        timestamptz not null default now(),
  -- The company as Asterisk writes it, stored so that its lookups find an index.
  context           text generated always as (tenant_id::text) stored,
  unique (tenant_id, id),
  constraint voicemail_box_number_key unique (tenant_id, number),
  constraint voicemail_box_extension_key unique (tenant_id, extension_id),
  constraint voicemail_box_mails_before_deleting check (not delete_after_mail or (email is not null and attach_audio)),
  constraint voicemail_box_extension_fkey foreign key (tenant_id, extension_id) references extension (tenant_id, id)
    on delete set null (extension_id)
);
create index voicemail_box_in_asterisk on voicemail_box (context, number);

-- Whose lamps a box lights, besides those of its own extension, and who may listen to it in the portal.
create table voicemail_watcher (
  id           uuid primary key default uuidv7(),
  tenant_id    uuid not null references tenant on delete cascade,
  box_id       uuid not null,
  extension_id uuid not null,
  constraint voicemail_watcher_key unique (tenant_id, extension_id, box_id),
  foreign key (tenant_id, box_id) references voicemail_box (tenant_id, id) on delete cascade,
  foreign key (tenant_id, extension_id) references extension (tenant_id, id) on delete cascade
);
create index voicemail_watcher_of on voicemail_watcher (tenant_id, box_id);

-- One row for each message and each greeting, as Asterisk writes them. A message that is moved by phone becomes a new row
-- (Asterisk copies, then deletes); `id` is what stays the same, and the state of its mail goes with it.
create table voicemail_message (
  row_id         bigint generated always as identity primary key,
  id             uuid not null default uuidv7(),
  tenant_id      uuid not null,
  box_id         uuid not null,
  folder         text not null check (folder in ('INBOX', 'Urgent', 'Old', 'Work', 'Family', 'Friends', 'unavail', 'busy', 'temp', 'greet')),
  -- <spool>/voicemail/<tenant>/<number>/<folder>: how Asterisk finds its rows. Its spool is the same on every engine.
  dir            text not null,
  msgnum         int not null,
  recording      bytea,
  context        text not null default '',
  callerid       text not null default '',
  -- Seconds since 1970, and seconds.
  origtime       bigint not null default 0,
  duration       int not null default 0,
  flag           text not null default '',
  category       text not null default '',
  mailboxuser    text not null,
  mailboxcontext text not null,
  msg_id         text not null default '',
  mail           text not null default 'none' check (mail in ('none', 'pending', 'sent', 'failed')),
  mail_attempts  int not null default 0,
  mail_due       timestamptz,
  mail_problem   text,
  constraint voicemail_message_place_key unique (dir, msgnum),
  foreign key (tenant_id, box_id) references voicemail_box (tenant_id, id) on delete cascade
);
create index voicemail_message_of_box on voicemail_message (tenant_id, box_id, folder);
create index voicemail_message_to_mail on voicemail_message (mail_due) where mail = 'pending';
-- Sound does not shrink.
alter table voicemail_message alter column recording set storage external;

alter table voicemail_box enable row level security;
create policy voicemail_box_web on voicemail_box to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy voicemail_box_engine on voicemail_box for select to pbx_engine using (true);
grant select, insert, update, delete on voicemail_box to pbx_web;
grant select (id, tenant_id, number, name, extension_id, language, pin_from_own_phone, email, attach_audio, delete_after_mail, max_messages,
              max_seconds, max_minutes, created_at) on voicemail_box to pbx_engine;

alter table voicemail_watcher enable row level security;
create policy voicemail_watcher_web on voicemail_watcher to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy voicemail_watcher_engine on voicemail_watcher for select to pbx_engine using (true);
grant select, insert, update, delete on voicemail_watcher to pbx_web;
grant select on voicemail_watcher to pbx_engine;

-- The engine's role sends the mail.
alter table voicemail_message enable row level security;
create policy voicemail_message_web on voicemail_message to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy voicemail_message_engine on voicemail_message to pbx_engine using (true);
grant select, insert, update, delete on voicemail_message to pbx_web;
grant select, delete, update (mail, mail_attempts, mail_due, mail_problem) on voicemail_message to pbx_engine;

create or replace function without_secrets(row_data jsonb) returns jsonb
  language sql immutable
  as $$ select row_data - array['password_hash', 'token_hash', 'ha1', 'password', 'audio', 'pin_hash', 'context'] $$;

-- What people change is recorded; what counting wrong PINs changes is not.
create trigger voicemail_box_change after insert or delete or update of number, name, extension_id, language, pin_hash, pin_from_own_phone,
  email, attach_audio, delete_after_mail, max_messages, max_seconds, max_minutes on voicemail_box
  for each row execute function record_change();
create trigger voicemail_watcher_change after insert or delete on voicemail_watcher
  for each row execute function record_change();
create trigger voicemail_box_announce after insert or delete or update of number, name, extension_id, language, pin_from_own_phone
  on voicemail_box for each row execute function announce_plan();
create trigger voicemail_box_node after insert or update of number, name or delete on voicemail_box
  for each row execute function node_of_thing('voicemail');

-- A box goes by its extension's number, and by its name as long as nobody gave it another.
create function box_follows_extension() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  update voicemail_box set number = new.number, name = case when name = old.name then new.name else name end
   where tenant_id = new.tenant_id and extension_id = new.id
     and (number <> new.number or name = old.name and old.name <> new.name);
  return null;
end $$;
create trigger extension_box_follows after update of number, name on extension
  for each row execute function box_follows_extension();

create function messages_follow_box() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  update voicemail_message
     set dir = regexp_replace(dir, '/[0-9]+/([A-Za-z]+)$', '/' || new.number || '/\1'), mailboxuser = new.number
   where tenant_id = new.tenant_id and box_id = new.id;
  return null;
end $$;
create trigger voicemail_box_messages_follow after update of number on voicemail_box
  for each row when (old.number <> new.number) execute function messages_follow_box();

-- Files a row where its path says, whatever else it claims.
create function file_voicemail() returns trigger
  language plpgsql security definer set search_path = public
  as $$
declare
  place text[] := regexp_match(new.dir, '/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9]{2,6})/([A-Za-z]+)$');
  box voicemail_box;
  before voicemail_message;
begin
  select * into box from voicemail_box where context = place[1] and number = place[2];
  if not found then
    raise exception 'no voicemail box at %', new.dir using errcode = 'foreign_key_violation';
  end if;
  new.tenant_id := box.tenant_id;
  new.box_id := box.id;
  new.folder := place[3];
  new.mailboxuser := box.number;
  new.mailboxcontext := box.context;
  if tg_op = 'INSERT' and new.folder in ('INBOX', 'Urgent', 'Old', 'Work', 'Family', 'Friends') then
    select * into before from voicemail_message
     where tenant_id = box.tenant_id and box_id = box.id and msg_id = new.msg_id and new.msg_id <> '' order by row_id desc limit 1;
    if found then
      new.id := before.id;
      new.mail := before.mail;
      new.mail_attempts := before.mail_attempts;
      new.mail_due := before.mail_due;
      new.mail_problem := before.mail_problem;
    elsif box.email is not null then
      new.mail := 'pending';
      new.mail_due := now();
    end if;
  end if;
  return new;
end $$;
create trigger voicemail_message_file before insert or update of dir on voicemail_message
  for each row execute function file_voicemail();

-- Asterisk's spool has moved (another data folder): its rows move with it. A path ends with a slash.
create function place_voicemail(spool text) returns void
  language sql security definer set search_path = public
  as $$
    update voicemail_message set dir = spool || mailboxcontext || '/' || mailboxuser || '/' || folder where not starts_with(dir, spool)
  $$;
revoke execute on function place_voicemail(text) from public;
grant execute on function place_voicemail(text) to pbx_engine;

-- `pbx_voicemail` tells the portal: 'message <tenant> <number>' when something in a box came, moved or went (lamps, mail),
-- 'lamps <tenant> <number>' when other devices than before show a box.
create function announce_voicemail() returns trigger
  language plpgsql
  as $$
declare
  one voicemail_message;
begin
  if tg_op = 'DELETE' then
    one := old;
  else
    one := new;
  end if;
  if one.folder in ('INBOX', 'Urgent', 'Old', 'Work', 'Family', 'Friends') then
    perform pg_notify('pbx_voicemail', 'message ' || one.mailboxcontext || ' ' || one.mailboxuser);
  end if;
  return null;
end $$;
create trigger voicemail_message_announce after insert or update of dir or delete on voicemail_message
  for each row execute function announce_voicemail();

create function announce_lamps(tenant uuid, number text, extensions uuid[]) returns void
  language plpgsql security definer set search_path = public
  as $$
begin
  perform pg_notify('pbx_device', sip_username) from device where tenant_id = tenant and extension_id = any (extensions);
  if found then
    perform pg_notify('pbx_voicemail', 'lamps ' || tenant || ' ' || number);
  end if;
end $$;
revoke execute on function announce_lamps(uuid, text, uuid[]) from public;

create function announce_lamps_of_box() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  if tg_op <> 'UPDATE' or (old.number, old.extension_id) is distinct from (new.number, new.extension_id) then
    perform announce_lamps(coalesce(new.tenant_id, old.tenant_id), coalesce(new.number, old.number), array[new.extension_id, old.extension_id]
      || array(select extension_id from voicemail_watcher w
                where w.tenant_id = coalesce(new.tenant_id, old.tenant_id) and w.box_id = coalesce(new.id, old.id)));
  end if;
  return null;
end $$;
create trigger voicemail_box_lamps after insert or update of number, extension_id or delete on voicemail_box
  for each row execute function announce_lamps_of_box();

create function announce_lamps_of_watcher() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  perform announce_lamps(b.tenant_id, b.number, array[coalesce(new.extension_id, old.extension_id)])
     from voicemail_box b where b.id = coalesce(new.box_id, old.box_id);
  return null;
end $$;
create trigger voicemail_watcher_lamps after insert or delete on voicemail_watcher
  for each row execute function announce_lamps_of_watcher();

-- How full a box is. Copies of a message (see above) count once.
create function voicemail_use(tenant uuid, box uuid, out messages int, out seconds int)
  language sql stable security definer set search_path = public
  as $$
    select count(*)::int, coalesce(sum(duration), 0)::int
      from (select distinct on (id) duration from voicemail_message
             where tenant_id = tenant and box_id = box and folder in ('INBOX', 'Urgent', 'Old', 'Work', 'Family', 'Friends')) as one
  $$;
revoke execute on function voicemail_use(uuid, uuid) from public;
grant execute on function voicemail_use(uuid, uuid) to pbx_asterisk;

-- Asterisk's boxes (extconfig.conf: voicemail). Its own limit of messages stays out of the way: voicemail_room decides, since
-- Asterisk counts one folder only. A password that begins with '-' cannot be changed by phone (app_voicemail.c, vm_options);
-- letters cannot be typed on one, so that nobody gets in by it either: PINs are our engine's business.
create view voicemail_users as
  select 0 as uniqueid, -- asked for at the start, and not used
         b.context,
         b.number as mailbox,
         '-closed'::text as password,
         b.name as fullname,
         coalesce(b.language, t.language) as language,
         9999 as maxmsg,
         2 as minsecs,
         greatest(5, least(b.max_seconds, b.max_minutes * 60 - (select seconds from voicemail_use(b.tenant_id, b.id)))) as maxsecs
    from voicemail_box b join tenant t on t.id = b.tenant_id;

-- Asterisk's messages (voicemail.conf: odbctable). Rows are filed by the trigger above.
create view voicemessages as
  select dir, msgnum, recording, context, callerid, origtime, duration, mailboxuser, mailboxcontext, flag, category, msg_id
    from voicemail_message;

grant select on voicemail_users to pbx_asterisk;
grant select, insert, update, delete on voicemessages to pbx_asterisk;

-- What the dialplan asks about a box ('101@<tenant>') before a caller is let in: 'open-<language>', 'full-<language>', or
-- nothing when there is no such box.
create function voicemail_room(box text) returns text
  language sql stable security definer set search_path = public
  as $$
    select coalesce((
      select case when used.messages >= b.max_messages or used.seconds >= b.max_minutes * 60 then 'full-' else 'open-' end
             || coalesce(b.language, t.language)
        from voicemail_box b join tenant t on t.id = b.tenant_id cross join lateral voicemail_use(b.tenant_id, b.id) as used
       where b.context = split_part(box, '@', 2) and b.number = split_part(box, '@', 1)), '')
  $$;

-- The dialplan's own answers when the engine is away, seen from a device: the box of a dialled extension of the same company,
-- and one's own box where it opens without a PIN. Empty when there is none.
create function fallback_voicemail(caller_device text, dialled text) returns text
  language sql stable security definer set search_path = public
  as $$
    select coalesce(max(b.number || '@' || b.context), '')
      from device caller
      join extension own on own.tenant_id = caller.tenant_id and own.id = caller.extension_id and own.may_call <> 'nobody'
      join extension wanted on wanted.tenant_id = caller.tenant_id and wanted.number = dialled
      join voicemail_box b on b.tenant_id = wanted.tenant_id and b.extension_id = wanted.id
     where caller.sip_username = caller_device
  $$;
create function fallback_own_voicemail(caller_device text) returns text
  language sql stable security definer set search_path = public
  as $$
    select coalesce(max(b.number || '@' || b.context), '')
      from device caller
      join voicemail_box b on b.tenant_id = caller.tenant_id and b.extension_id = caller.extension_id and not b.pin_from_own_phone
     where caller.sip_username = caller_device
  $$;
revoke execute on function voicemail_room(text), fallback_voicemail(text, text), fallback_own_voicemail(text) from public;
grant execute on function voicemail_room(text), fallback_voicemail(text, text), fallback_own_voicemail(text) to pbx_asterisk;

-- A PIN is tried: counted first, so that many guesses at once are counted as many, and locked at the fifth. Gives the digest
-- to compare with, or none when the box is locked. The engine, which may not read the column, calls it.
create function try_voicemail_pin(wanted_tenant uuid, wanted_number text, at timestamptz)
  returns table (box_id uuid, digest text, failed int, locked timestamptz)
  language plpgsql security definer set search_path = public
  as $$
declare
  box voicemail_box;
begin
  select * into box from voicemail_box where tenant_id = wanted_tenant and number = wanted_number for update;
  if not found then
    return;
  end if;
  if box.locked_until > at then
    return query select box.id, null::text, box.failed_pins, box.locked_until;
    return;
  end if;
  box.failed_pins := case when box.locked_until is null then box.failed_pins else 0 end + 1;
  box.locked_until := case when box.failed_pins >= 5 then at + interval '15 minutes' end;
  update voicemail_box set failed_pins = box.failed_pins, locked_until = box.locked_until where id = box.id;
  return query select box.id, box.pin_hash, box.failed_pins, box.locked_until;
end $$;
create function accept_voicemail_pin(accepted_box uuid) returns void
  language sql security definer set search_path = public
  as $$ update voicemail_box set failed_pins = 0, locked_until = null where id = accepted_box $$;
revoke execute on function try_voicemail_pin(uuid, text, timestamptz), accept_voicemail_pin(uuid) from public;
grant execute on function try_voicemail_pin(uuid, text, timestamptz), accept_voicemail_pin(uuid) to pbx_engine;

-- The lamps of a device: its extension's own box and those that the extension watches.
create or replace view ps_endpoints as
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
         coalesce((select string_agg(box, ',' order by box)
                     from (select b.number || '@' || b.context from voicemail_box b
                            where b.tenant_id = d.tenant_id and b.extension_id = d.extension_id
                           union
                           select b.number || '@' || b.context
                             from voicemail_watcher w join voicemail_box b on b.tenant_id = w.tenant_id and b.id = w.box_id
                            where w.tenant_id = d.tenant_id and w.extension_id = d.extension_id) as watched (box)), '') as mailboxes
    from device d join extension e on e.tenant_id = d.tenant_id and e.id = d.extension_id;
