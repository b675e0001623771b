-- Messages, what they wait for, and the counts of both. Column types stand for those of each database (see SchemaTypes).

create table messages (
    id $id$ not null primary key,
    adapter text not null,
    direction text not null,
    document_type text not null,
    state text not null,
    dedup_key text not null,
    order_key text,
    revision text,
    content_hash text not null,
    received_at $instant$ not null,
    occurred_at $instant$,
    finished_at $instant$,
    reason_code text,
    detail text,
    case_id $id$,
    size integer not null,
    active_set_id $long$ not null,
    trace_parent text,
    open_items integer not null,
    dead_items integer not null
) $table$;

create unique index messages_key on messages (adapter, document_type, dedup_key) where state <> 'rejected';
create index messages_list on messages (received_at, id);
create index messages_adapter on messages (adapter, received_at, id);
create index messages_type on messages (document_type, received_at, id);
create index messages_open on messages (state, received_at, id) where state in ('waiting', 'dead', 'rejected');
create index messages_case on messages (case_id, received_at, id) where case_id is not null;

create table message_bodies (
    message_id $id$ not null references messages (id) on delete cascade,
    part text not null,
    key_id $id$ not null,
    cipher $bytes$ not null,
    primary key (message_id, part)
) $heap$;
$postgres$ alter table message_bodies alter column cipher set storage external;

create table work_items (
    id $id$ not null primary key,
    kind text not null,
    order_key text,
    -- When it may be claimed: first its due date, while leased the end of the lease, after a failure the next attempt.
    due_at $instant$ not null,
    created_at $instant$ not null,
    message_id $id$,
    definition_version_id text,
    trigger_activity_id text,
    instance_id text,
    bookmark_id text,
    input text,
    correlation_id text,
    state text not null,
    attempts integer not null,
    token $long$ not null,
    owner text,
    reason_code text,
    detail text
) $table$;

create index work_items_due on work_items (due_at, id) where state <> 'dead';
create index work_items_order on work_items (order_key, id) where state <> 'dead' and order_key is not null;
create index work_items_message on work_items (message_id) where message_id is not null;
create index work_items_dead on work_items (created_at, id) where state = 'dead';
create index work_items_instance on work_items (instance_id) where instance_id is not null;
$postgres$ alter table work_items set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create table watermarks (
    adapter text not null,
    feed text not null,
    cursor text not null,
    polled_at $instant$ not null,
    primary key (adapter, feed)
) $table$;

create table ledger (
    adapter text not null,
    figure text not null,
    n $long$ not null,
    primary key (adapter, figure)
) $table$;

create table ledger_deltas (
    id $serial$,
    adapter text not null,
    figure text not null,
    n $long$ not null
) $heap$;
$postgres$ alter table ledger_deltas set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- Single numbers: the active set, the generation of what nodes cache, the probe of the health check.
create table hub_state (
    name text not null primary key,
    value $long$ not null
) $table$;

insert into hub_state (name, value) values ('active_set', 0), ('generation', 0), ('probe', 0);
