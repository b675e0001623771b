-- What changed, for those who fetch it from the hub. The sequence is given after the commit, by one transaction at a time, so that no change that commits late
-- stands behind a cursor that has passed it. Numbers of transactions would not do: a restored database begins with lower ones.
create table feed (
    id $serial$,
    topic text not null,
    subject text not null,
    changed_at $instant$ not null,
    sequence $long$
) $heap$;
create index feed_pending on feed (id) where sequence is null;
create unique index feed_sequence on feed (topic, sequence) where sequence is not null;
create index feed_subject on feed (topic, subject) where sequence is not null;
$postgres$ alter table feed set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
insert into hub_state (name, value) values ('feed', 0);
