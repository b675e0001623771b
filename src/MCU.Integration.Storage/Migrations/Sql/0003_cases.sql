create table applicants (
    id $id$ not null primary key,
    key_id $id$ not null,
    cipher $bytes$ not null
) $table$;

-- HMACs of normalised surname, phone and e-mail: a person is found without these lying in clear.
create table applicant_index (
    field text not null,
    hmac $bytes$ not null,
    applicant_id $id$ not null references applicants (id) on delete cascade,
    primary key (field, hmac, applicant_id)
) $table$;
create index applicant_index_applicant on applicant_index (applicant_id);

create table submissions (
    id $id$ not null primary key,
    source text not null,
    external_id text not null,
    applicant_id $id$,
    received_at $instant$ not null,
    document text not null,
    unique (source, external_id)
) $table$;
create index submissions_applicant on submissions (applicant_id) where applicant_id is not null;

create table submission_bodies (
    submission_id $id$ not null primary key references submissions (id) on delete cascade,
    key_id $id$ not null,
    cipher $bytes$ not null
) $heap$;
$postgres$ alter table submission_bodies alter column cipher set storage external;

-- "case" is a reserved word.
create table cases (
    id $id$ not null primary key,
    number text not null unique,
    submission_id $id$ not null,
    applicant_id $id$,
    kind text not null,
    status text not null,
    outcome text,
    source text not null,
    executor text,
    paused $flag$ not null,
    due_at $instant$,
    created_at $instant$ not null,
    closed_at $instant$,
    version $long$ not null,
    document text not null
) $table$;

create index cases_list on cases (created_at, id);
create index cases_status on cases (status, created_at, id);
create index cases_kind on cases (kind, created_at, id);
create index cases_source on cases (source, created_at, id);
create index cases_executor on cases (executor, created_at, id) where executor is not null;
create index cases_due on cases (due_at) where due_at is not null and paused = false and status not in ('answered', 'closed');
create index cases_submission on cases (submission_id);
create index cases_applicant on cases (applicant_id) where applicant_id is not null;

create table case_events (
    id $id$ not null primary key,
    case_id $id$ not null references cases (id) on delete cascade,
    sequence $long$ not null,
    occurred_at $instant$ not null,
    recorded_at $instant$ not null,
    document text not null,
    unique (case_id, sequence)
) $table$;

create table case_numbers (
    year integer not null primary key,
    last integer not null
) $table$;

create table links (
    id $id$ not null primary key,
    case_id $id$ not null,
    adapter text not null,
    record_type text not null,
    external_id text not null,
    version $long$ not null,
    document text not null,
    unique (adapter, record_type, external_id)
) $table$;
create index links_case on links (case_id);
create index links_external on links (external_id);

create table attachments (
    id $id$ not null primary key,
    case_id $id$ not null,
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
    unique (adapter, external_id)
) $table$;
create index attachments_case on attachments (case_id);

create table blobs (
    hash text not null primary key,
    upload_id $id$ not null,
    size $long$ not null
) $table$;

create table blob_chunks (
    upload_id $id$ not null,
    number integer not null,
    created_at $instant$ not null,
    key_id $id$ not null,
    cipher $bytes$ not null,
    primary key (upload_id, number)
) $heap$;
$postgres$ alter table blob_chunks alter column cipher set storage external;
