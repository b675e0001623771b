-- Sealed values are bound to their rows. Those of development databases are not, and cannot be sealed anew here: the hub says what to do (UnboundSealsException).
create table unbound_seals (
    keys $long$ not null,
    constraint unbound_seals check (keys = 0)
) $heap$;
insert into unbound_seals (keys) select count(*) from data_keys where wrapped is not null;
drop table unbound_seals;

-- What an instance waits for, and what a file is called and where it lies, may be personal: sealed. Bookmarks are found by a keyed hash.
alter table bookmarks drop column payload;
alter table bookmarks add column key_id $id$;
alter table bookmarks add column cipher $bytes$;
alter table attachments drop column url;
alter table attachments drop column name;
alter table attachments add column key_id $id$;
alter table attachments add column cipher $bytes$;

-- Keys of requests are stored hashed: those so far would not be found again.
delete from replies;
