-- Who a user is by the decree, and where.
alter table users add column duty text not null default 'none';
alter table users add column organisation text not null default '';
