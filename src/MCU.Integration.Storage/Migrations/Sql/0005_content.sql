create table adapters (
    adapter text not null primary key,
    settings_key_id $id$,
    settings $bytes$,
    paused $flag$ not null,
    paused_reason text,
    updated_at $instant$ not null,
    last_success_at $instant$,
    last_failure_at $instant$,
    last_failure text,
    consecutive_failures integer not null
) $table$;

create table content_versions (
    kind text not null,
    key text not null,
    version integer not null,
    hash text not null,
    state text not null,
    origin text not null,
    path text,
    author text,
    body text not null,
    created_at $instant$ not null,
    primary key (kind, key, version)
) $heap$;

create table active_sets (
    id $long$ not null primary key,
    author text not null,
    comment text,
    created_at $instant$ not null
) $table$;

create table active_set_items (
    set_id $long$ not null references active_sets (id) on delete cascade,
    kind text not null,
    key text not null,
    version integer not null,
    primary key (set_id, kind, key),
    foreign key (kind, key, version) references content_versions (kind, key, version)
) $table$;
