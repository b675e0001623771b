-- Open cases whose district nobody knows: the queue for people.
alter table cases add column unplaced $flag$ not null default false;
create index cases_unplaced on cases (created_at, id) where unplaced = true and status not in ('answered', 'closed');
