-- Repeated reports are counted from the index alone: a case is a long row, and its point stands behind its document.
drop index cases_near;
create index cases_near on cases (subject, latitude, longitude, received_at, status, id, number) where latitude is not null and status not in ('answered', 'closed');

-- What a subject had in the feed is found by the subject: SQLite preferred the index by sequence, and read the whole topic.
drop index feed_subject;
create index feed_subject on feed (topic, subject, sequence);

-- Half of what a case leaves are its events: their key is the case and the number, the id stands in the document (docs/decisions/0010).
create table case_histories (
    case_id $id$ not null,
    sequence $long$ not null,
    occurred_at $instant$ not null,
    recorded_at $instant$ not null,
    document text not null,
    primary key (case_id, sequence)
) $table$;
insert into case_histories (case_id, sequence, occurred_at, recorded_at, document) select case_id, sequence, occurred_at, recorded_at, document from case_events;
drop table case_events;
alter table case_histories rename to case_events;

-- Parents that are never deleted, written in the same transaction by the one place that writes: PostgreSQL looked up each of them again, twenty times a message.
$postgres$ alter table message_bodies drop constraint message_bodies_message_id_fkey;
$postgres$ alter table message_cases drop constraint message_cases_message_id_fkey;
$postgres$ alter table deliveries drop constraint deliveries_document_id_fkey;
$postgres$ alter table delivery_steps drop constraint delivery_steps_delivery_id_fkey;
$postgres$ alter table delivery_attempts drop constraint delivery_attempts_delivery_id_fkey;
$postgres$ alter table applicant_index drop constraint applicant_index_applicant_id_fkey;
$postgres$ alter table submission_bodies drop constraint submission_bodies_submission_id_fkey;
