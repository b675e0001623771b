alter table workflow_definitions add column edit_session text;
alter table workflow_definitions add column usable_as_activity $flag$ not null default false;
update workflow_definitions set usable_as_activity = true where body like '%"usableAsActivity":true%';
create index workflow_definitions_usable on workflow_definitions (definition_id) where usable_as_activity = true;
