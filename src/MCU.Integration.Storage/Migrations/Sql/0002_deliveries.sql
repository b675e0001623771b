create table deliveries (
    id $id$ not null primary key,
    adapter text not null,
    operation text not null,
    lane text not null,
    state text not null,
    document_id $id$ not null references messages (id),
    document_type text not null,
    case_id $id$,
    caused_by $id$,
    instance_id text,
    outcome_hash text,
    mark text,
    supersede_key text,
    superseded_by $id$,
    attempts integer not null,
    -- Attempts up to this one were judged by a person: an unknown outcome among them is settled.
    judged_attempts integer not null,
    token $long$ not null,
    owner text,
    -- When it may be claimed: first its due date, while leased the end of the lease, after a failure the next attempt.
    due_at $instant$ not null,
    leased $flag$ not null,
    -- An older one of its lane stands before it: kept out of the index of what is due, or a system that is away would make every claim
    -- walk over its whole backlog. False is only a hint, the claim looks again; true is taken back by whatever ends the older one.
    parked $flag$ not null,
    created_at $instant$ not null,
    finished_at $instant$,
    reason_code text,
    detail text,
    -- A dead or held delivery that younger ones of its lane may pass.
    released $flag$ not null
) $table$;

create index deliveries_due on deliveries (adapter, due_at, id) where state = 'waiting' and parked = false;
create index deliveries_lane on deliveries (adapter, lane, id) where state in ('waiting', 'held', 'dead') and released = false;
create index deliveries_supersede on deliveries (adapter, lane, supersede_key) where state = 'waiting' and supersede_key is not null;
create index deliveries_list on deliveries (created_at, id);
create index deliveries_adapter on deliveries (adapter, created_at, id);
-- For lists by state only. The expression keeps planners from taking it for claims, for which it would be a walk over the backlog.
create index deliveries_open on deliveries (coalesce(state, ''), created_at, id) where state <> 'delivered';
create index deliveries_case on deliveries (case_id, created_at, id) where case_id is not null;
create index deliveries_cause on deliveries (caused_by, created_at, id) where caused_by is not null;
$postgres$ alter table deliveries set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

create table delivery_steps (
    delivery_id $id$ not null references deliveries (id) on delete cascade,
    name text not null,
    position integer not null,
    result text,
    finished_at $instant$ not null,
    primary key (delivery_id, name)
) $table$;

create table delivery_attempts (
    delivery_id $id$ not null references deliveries (id) on delete cascade,
    number integer not null,
    started_at $instant$ not null,
    finished_at $instant$,
    step text,
    outcome text,
    status integer,
    error text,
    primary key (delivery_id, number)
) $table$;
