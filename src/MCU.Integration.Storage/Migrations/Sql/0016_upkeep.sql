-- What repeated reports are counted by: the subject, and the point in millionths of a degree or the object of ГАР.
alter table cases add column subject text;
alter table cases add column received_at $instant$;
alter table cases add column object_id $id$;
alter table cases add column latitude $long$;
alter table cases add column longitude $long$;
create index cases_near on cases (subject, latitude, received_at) where latitude is not null and status not in ('answered', 'closed');
create index cases_object on cases (object_id, subject, received_at) where object_id is not null and status not in ('answered', 'closed');

-- It was given up once: a success after that is told to workflows.
alter table deliveries add column failed $flag$ not null default false;

-- What an instance that was started on a draft runs on, whatever becomes of the draft.
create table definition_snapshots (
    hash text not null primary key,
    definition_id text not null,
    definition_version_id text not null,
    version integer not null,
    body text not null,
    created_at $instant$ not null
) $heap$;
alter table instances add column snapshot_hash text references definition_snapshots (hash);
create index instances_snapshot on instances (snapshot_hash) where snapshot_hash is not null;

-- Something that a person should know; one row a cause, whatever the number of times.
create table alerts (
    id $id$ not null primary key,
    kind text not null,
    subject text not null,
    adapter text,
    detail text,
    first_seen_at $instant$ not null,
    last_seen_at $instant$ not null,
    count $long$ not null,
    acknowledged_by text,
    acknowledged_at $instant$,
    resolved_at $instant$,
    unique (kind, subject)
) $table$;
create index alerts_open on alerts (last_seen_at, id) where resolved_at is null;
create index alerts_list on alerts (last_seen_at, id);
