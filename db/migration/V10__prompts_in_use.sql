-- Menus and announcements play prompts of their own company, and none of them can be deleted while it is played somewhere.
alter table menu
  add constraint menu_prompt_fkey foreign key (tenant_id, prompt_id) references prompt (tenant_id, id),
  add constraint menu_wrong_prompt_fkey foreign key (tenant_id, wrong_prompt_id) references prompt (tenant_id, id),
  add constraint menu_no_input_prompt_fkey foreign key (tenant_id, no_input_prompt_id) references prompt (tenant_id, id);
create index menu_prompt on menu (tenant_id, prompt_id);
create index menu_wrong_prompt on menu (tenant_id, wrong_prompt_id);
create index menu_no_input_prompt on menu (tenant_id, no_input_prompt_id);

alter table announcement
  add constraint announcement_prompt_fkey foreign key (tenant_id, prompt_id) references prompt (tenant_id, id);
create index announcement_prompt on announcement (tenant_id, prompt_id);
