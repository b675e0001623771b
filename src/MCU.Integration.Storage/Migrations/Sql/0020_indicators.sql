-- Rows of the heat map as they were counted last; they hold nothing personal.
create table indicators (
    key text not null primary key,
    dataset text not null,
    period_from text not null,
    version $long$ not null,
    computed_at $instant$ not null,
    document text not null,
    handed_on $flag$ not null
) $table$;
create index indicators_dataset on indicators (dataset, period_from, key);
