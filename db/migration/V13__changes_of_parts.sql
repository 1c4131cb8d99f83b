-- A change of a way out, of a ring group's member or of a timetable's row belongs on the page of the whole.
alter table config_change add column part_of uuid generated always as (
  coalesce(coalesce(after, before) ->> 'node_id', coalesce(after, before) ->> 'group_id', coalesce(after, before) ->> 'schedule_id',
           coalesce(after, before) ->> 'route_id')::uuid) stored;
create index config_change_of_whole on config_change (tenant_id, part_of, changed_at desc) where part_of is not null;
