-- Many instances wait for one event, each for its own case: a stimulus reads those of its correlation id or of its instance, not all of them.
drop index bookmarks_hash;
create index bookmarks_hash on bookmarks (hash, correlation_id);
drop index bookmarks_instance;
create index bookmarks_instance on bookmarks (instance_id, hash);
