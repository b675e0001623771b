-- Triggers that time itself hits: read by due date, one start a date whatever the number of nodes.
create table trigger_schedules (
    trigger_id text not null primary key,
    definition_id text not null,
    definition_version_id text not null,
    activity_id text not null,
    due_at $instant$ not null,
    interval_us $long$,
    cron text
) $table$;
create index trigger_schedules_due on trigger_schedules (due_at);
create index trigger_schedules_definition on trigger_schedules (definition_id);

-- Routes with parameters that instances wait, or have waited, at. A requested path is matched against them; the bookmarks are found by hash.
create table http_templates (
    template text not null,
    method text not null,
    primary key (template, method)
) $table$;
