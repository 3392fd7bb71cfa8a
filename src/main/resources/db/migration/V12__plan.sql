-- The plan as data. What people wrote is sealed with the case's key; ids, days and states are what lists and timers need.
create table plan (
    id        uuid primary key,
    case_id   uuid not null references case_file,
    pupil     uuid references case_party,
    school_id int not null,
    begun_at  timestamptz not null,
    ended_at  timestamptz
);
-- A pupil has one plan at a time in a case.
create unique index plan_running on plan (case_id, pupil) nulls not distinct where ended_at is null;
create index plan_case on plan (case_id);

create table plan_version (
    plan_id     uuid not null references plan,
    number      int not null,
    state       text not null check (state in ('draft', 'provisional', 'approved', 'replaced')),
    written_at  timestamptz not null,
    in_force_at timestamptz,
    approved_at timestamptz,
    approved_by bigint,
    replaced_at timestamptz,
    evaluate_on date,
    overridden  boolean not null default false,
    sealed      bytea not null,
    primary key (plan_id, number)
);

create table plan_measure (
    id          uuid primary key,
    plan_id     uuid not null references plan,
    version     int not null,
    number      int not null,
    target      text not null check (target in ('pupil', 'others', 'group', 'environment', 'adults')),
    often       text not null check (often in ('daily', 'weekly', 'once', 'when-needed')),
    from_date   date,
    to_date     date,
    evaluate_on date,
    owner       bigint,
    substitute  bigint,
    moment      text,
    on_list     boolean not null,
    begun_at    timestamptz,
    ended_at    timestamptz,
    sealed      bytea not null,
    unique (plan_id, version, number),
    foreign key (plan_id, version) references plan_version
);
create index plan_measure_running on plan_measure (owner) where begun_at is not null and ended_at is null;

-- What was done of it. The words stand in the entry.
create table measure_log (
    id         bigint generated always as identity primary key,
    measure_id uuid not null references plan_measure,
    day        date not null,
    result     text not null check (result in ('done', 'not-done', 'no-answer')),
    by_person  bigint,
    at         timestamptz not null,
    asked_leader boolean not null default false,
    entry      uuid references case_entry
);
create index measure_log_measure on measure_log (measure_id, day);

create table plan_evaluation (
    plan_id  uuid not null references plan,
    number   int not null,
    version  int not null,
    begun_at timestamptz not null,
    ended_at timestamptz,
    safe     text check (safe in ('yes', 'no', 'unsure')),
    outcome  text check (outcome in ('end', 'continue', 'revise')),
    next_on  date,
    sealed   bytea,
    primary key (plan_id, number)
);

alter table task_row add column measure uuid;

alter table case_entry drop constraint case_entry_author_kind_check;
alter table case_entry add constraint case_entry_author_kind_check
    check (author_kind in ('reporter', 'guardian', 'pupil', 'staff', 'system'));
