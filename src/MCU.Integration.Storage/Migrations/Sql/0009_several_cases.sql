-- A message may concern several cases: a submission with two questions, an answer to both.
create table message_cases (
    case_id $id$ not null,
    message_id $id$ not null references messages (id) on delete cascade,
    primary key (case_id, message_id)
) $table$;
create index message_cases_message on message_cases (message_id);
insert into message_cases (case_id, message_id) select case_id, id from messages where case_id is not null;
drop index messages_case;
alter table messages drop column case_id;

-- A file belongs to a submission, and so to all its cases, or to one case that a status brought it for. The files so far stay with their case.
create table files (
    id $id$ not null primary key,
    submission_id $id$,
    case_id $id$,
    adapter text not null,
    external_id text not null,
    url text not null,
    name text not null,
    media_type text not null,
    size $long$,
    sha256 text,
    blob_hash text,
    problem text,
    created_at $instant$ not null,
    check ((submission_id is null) <> (case_id is null))
) $table$;
insert into files (id, case_id, adapter, external_id, url, name, media_type, size, sha256, blob_hash, problem, created_at)
    select id, case_id, adapter, external_id, url, name, media_type, size, sha256, blob_hash, problem, created_at from attachments;
drop table attachments;
alter table files rename to attachments;
create unique index attachments_submission on attachments (submission_id, adapter, external_id) where submission_id is not null;
create unique index attachments_case on attachments (case_id, adapter, external_id) where case_id is not null;
create index attachments_kept on attachments (created_at, id) where blob_hash is not null;
create index attachments_blob on attachments (blob_hash) where blob_hash is not null;
