-- Days without school beside weekends and public holidays. No school means all schools of the municipality.
create table school_closure (
    id        bigint generated always as identity primary key,
    school_id int references school,
    from_date date not null,
    to_date   date not null,
    name      text not null check (name <> ''),
    -- A closure of more than a year is a mistyped date, and would make a count of school days run for ever.
    check (to_date >= from_date and to_date - from_date <= 366)
);

create unique index school_closure_once on school_closure (coalesce(school_id, 0), from_date, to_date);

create index school_closure_dates on school_closure (to_date);

comment on column school_closure.to_date is 'the last closed day';
