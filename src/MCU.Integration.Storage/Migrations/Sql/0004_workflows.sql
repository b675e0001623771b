create table workflow_definitions (
    id text not null primary key,
    definition_id text not null,
    version integer not null,
    name text,
    description text,
    is_latest $flag$ not null,
    is_published $flag$ not null,
    is_system $flag$ not null,
    content_hash text not null,
    origin text not null,
    author text,
    body text not null,
    created_at $instant$ not null,
    updated_at $instant$ not null,
    unique (definition_id, version)
) $heap$;

create table triggers (
    id text not null primary key,
    definition_id text not null,
    definition_version_id text not null,
    activity_id text not null,
    name text not null,
    hash text not null,
    payload text
) $table$;
create index triggers_definition on triggers (definition_id);

create table instances (
    id text not null primary key,
    definition_id text not null,
    definition_version_id text not null,
    definition_version integer not null,
    status text not null,
    sub_status text not null,
    row_version integer not null,
    created_at $instant$ not null,
    updated_at $instant$ not null,
    name text,
    correlation_id text,
    parent_instance_id text,
    incident_count integer not null,
    is_system $flag$ not null,
    finished_at $instant$
) $table$;

create index instances_created on instances (created_at, id);
create index instances_definition on instances (definition_id, created_at, id);
create index instances_correlation on instances (correlation_id) where correlation_id is not null;
create index instances_running on instances (definition_id, correlation_id) where status = 'Running';
create index instances_incidents on instances (created_at, id) where incident_count > 0;
$postgres$ alter table instances set (fillfactor = 80);

create table instance_states (
    instance_id text not null primary key references instances (id) on delete cascade,
    key_id $id$ not null,
    cipher $bytes$ not null
) $heap$;
$postgres$ alter table instance_states alter column cipher set storage external;
$postgres$ alter table instance_states set (fillfactor = 60);

create table bookmarks (
    id text not null primary key,
    instance_id text not null references instances (id) on delete cascade,
    name text not null,
    hash text not null,
    activity_id text not null,
    activity_node_id text not null,
    activity_instance_id text not null,
    payload text,
    correlation_id text,
    created_at $instant$ not null,
    due_at $instant$
) $table$;
create index bookmarks_hash on bookmarks (hash);
create index bookmarks_instance on bookmarks (instance_id);

create table timers (
    bookmark_id text not null primary key references bookmarks (id) on delete cascade,
    instance_id text not null,
    due_at $instant$ not null
) $table$;
create index timers_due on timers (due_at);

create table journal (
    instance_id text not null references instances (id) on delete cascade,
    first_sequence $long$ not null,
    entry_count integer not null,
    key_id $id$ not null,
    cipher $bytes$ not null,
    primary key (instance_id, first_sequence)
) $heap$;
$postgres$ alter table journal alter column cipher set storage external;
