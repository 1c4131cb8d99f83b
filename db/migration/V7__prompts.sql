-- Prompts: what callers hear in menus and announcements. The sound is in a table of its own, so that neither a list, nor a new
-- name, nor the record of changes ever touches it.

create table prompt (
  id         uuid primary key default uuidv7(),
  tenant_id  uuid not null references tenant on delete cascade,
  name       text not null check (char_length(name) between 1 and 60),
  origin     text not null check (origin in ('upload', 'speech', 'phone')),
  -- What was typed, in which language and by which voice it was spoken; null where a person made the sound.
  words      text check (char_length(words) between 1 and 2000),
  language   text check (language in ('en', 'ko')),
  voice      text check (char_length(voice) between 1 and 40),
  seconds    numeric(7, 3) not null check (seconds > 0 and seconds <= 601),
  -- When the sound itself was made; files written from it carry this time.
  audio_at   timestamptz not null,
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  constraint prompt_name_key unique (tenant_id, name),
  constraint prompt_is_spoken_or_not check ((origin = 'speech') = (words is not null and language is not null and voice is not null)
    and (origin = 'speech' or (words is null and language is null and voice is null)))
);

-- 16 kHz, mono, 16 bits in a WAV file.
create table prompt_audio (
  tenant_id uuid not null,
  prompt_id uuid not null,
  audio     bytea not null,
  primary key (tenant_id, prompt_id),
  foreign key (tenant_id, prompt_id) references prompt (tenant_id, id) on delete cascade
);
-- Sound hardly shrinks; uncompressed, a part of it can be read without the rest.
alter table prompt_audio alter column audio set storage external;

alter table prompt enable row level security;
create policy prompt_web on prompt to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy prompt_engine on prompt for select to pbx_engine using (true);
grant select, insert, update, delete on prompt to pbx_web;
grant select on prompt to pbx_engine;

alter table prompt_audio enable row level security;
create policy prompt_audio_web on prompt_audio to pbx_web using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy prompt_audio_engine on prompt_audio for select to pbx_engine using (true);
grant select, insert, update, delete on prompt_audio to pbx_web;
grant select on prompt_audio to pbx_engine;

create trigger prompt_change after insert or update or delete on prompt
  for each row execute function record_change();
create trigger prompt_announce after insert or update or delete on prompt
  for each row execute function announce_plan();
