-- What lists of instances are filtered and ordered by. Most instances are finished: the partial indexes hold only those that somebody looks for.
create index instances_open on instances (created_at, id) where status = 'Running';
create index instances_suspended on instances (created_at, id) where sub_status = 'Suspended';
create index instances_faulted on instances (created_at, id) where sub_status = 'Faulted';
create index instances_cancelled on instances (created_at, id) where sub_status = 'Cancelled';
create index instances_updated on instances (updated_at, id);
drop index if exists instances_finished;
create index instances_finished on instances (finished_at, id);
create index instances_name on instances (name, id);
create index instances_parent on instances (parent_instance_id) where parent_instance_id is not null;
drop index instances_correlation;
create index instances_correlation on instances (correlation_id $prefix$) where correlation_id is not null;
