-- How often a person has said that what was sent before does not count; part of the keys that the other side sees.
alter table deliveries add column issue integer not null default 0;
