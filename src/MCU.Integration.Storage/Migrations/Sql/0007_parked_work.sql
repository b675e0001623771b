-- An older one of its order key stands before it: kept out of the index of what is due, or every claim would walk over the whole lane. False is only a hint,
-- the claim looks again; true is taken back by whatever ends an older one.
alter table work_items add column parked $flag$ not null default false;
drop index work_items_due;
create index work_items_due on work_items (due_at, id) where state <> 'dead' and parked = false;
create index work_items_parked on work_items (order_key, id) where parked = true;
