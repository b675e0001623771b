create table users (
    id $id$ not null primary key,
    name text not null,
    display_name text not null,
    password_hash text,
    roles text not null,
    adapters text not null,
    security_stamp text not null,
    disabled $flag$ not null,
    created_at $instant$ not null,
    -- The name as it is compared: without case.
    folded_name text not null unique
) $table$;

create table api_keys (
    id $id$ not null primary key,
    prefix text not null unique,
    hash $bytes$ not null,
    name text not null,
    roles text not null,
    adapters text not null,
    created_by text not null,
    created_at $instant$ not null,
    expires_at $instant$,
    revoked_at $instant$
) $table$;

create table one_time_links (
    token_hash $bytes$ not null primary key,
    user_id $id$ not null references users (id) on delete cascade,
    expires_at $instant$ not null
) $table$;

create table audit (
    id $id$ not null primary key,
    at $instant$ not null,
    actor text not null,
    action text not null,
    target text,
    detail text
) $table$;
create index audit_list on audit (at, id);
create index audit_actor on audit (actor, at, id);
create index audit_action on audit (action, at, id);

create table data_keys (
    id $id$ not null primary key,
    class text not null,
    month text not null,
    master_key_id text not null,
    wrapped $bytes$,
    unique (class, month)
) $table$;

-- The ring of ASP.NET Data Protection (cookies only), shared by all nodes.
create table protection_keys (
    name text not null primary key,
    document text not null,
    created_at $instant$ not null
) $table$;

create table leadership (
    duty text not null primary key,
    owner text not null,
    until $instant$ not null
) $table$;

create table replies (
    caller text not null,
    key text not null,
    fingerprint text not null,
    status integer,
    body text,
    created_at $instant$ not null,
    primary key (caller, key)
) $table$;
create index replies_created on replies (created_at);
