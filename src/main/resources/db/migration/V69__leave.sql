-- What is asked of leave and what was granted: ids, days and codes. The words are entries of the case.
create table leave_application (
    case_id       uuid primary key references case_file,
    -- Siblings are applied for together; each has a case.
    together      uuid not null,
    pupil         bigint not null,
    -- Who applied; null when it came on paper from somebody whom the directory does not know.
    applicant     bigint,
    -- Both have signed on paper: nobody else is asked.
    both_signed   boolean not null default false,
    first_day     date not null,
    last_day      date not null,
    -- A holy day of another faith, and the parents see to the teaching [law § 2-2].
    of_right      boolean not null,
    asked_at      timestamptz not null,
    -- What the check found.
    school_days   int,
    used_days     int,
    double_of     uuid,
    meets_other   boolean not null default false,
    retrospective boolean not null default false,
    short_notice  boolean not null default false,
    checked_at    timestamptz,
    state         text not null default 'asked'
                      check (state in ('asked', 'granted', 'part', 'refused', 'withdrawn', 'returned', 'double', 'moved')),
    granted_first date,
    granted_last  date,
    granted_days  int,
    decided_by    bigint,
    decided_at    timestamptz,
    -- A leave of more than a year is a mistyped date, and would make a count of school days run for ever.
    check (last_day >= first_day and last_day - first_day <= 366)
);
create index leave_application_pupil on leave_application (pupil, first_day);
create index leave_application_together on leave_application (together);

create policy wall on leave_application
    using (current_setting('omtanke.facts', true) = 'all' or omtanke.reaches(case_id)) with check (true);
alter table leave_application enable row level security;
alter table leave_application force row level security;

-- What the municipality has set. Who decides, and what the other guardian's answer means, stands in decision tables.
create table leave_settings (
    only_row     boolean primary key default true check (only_row),
    cap_days     int not null default 10 check (cap_days between 0 and 190),
    teacher_days int not null default 3 check (teacher_days between 0 and 190),
    lead_days    int not null default 10 check (lead_days between 0 and 60),
    both_agree   boolean not null default true
);
insert into leave_settings default values;
