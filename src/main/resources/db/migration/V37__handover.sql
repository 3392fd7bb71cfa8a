-- Everything that a person had at a school when they left, and who has it now: the list that somebody checks afterwards.
create table handover (
    id        uuid primary key,
    school_id int not null references school,
    leaver    bigint not null references person,
    by_person bigint not null references person,
    at        timestamptz not null,
    -- The first day on which the roles are not held.
    ends_on   date not null
);
create index handover_school on handover (school_id, at desc);

-- What it was, never about whom: a kind, a case's number or a class, a deadline.
create table handover_line (
    handover_id uuid not null references handover,
    number      int not null,
    kind        text not null check (kind in ('task', 'responsible', 'investigator', 'measure', 'substitute', 'writer', 'class')),
    case_id     uuid references case_file,
    reference   text not null,
    due_at      timestamptz,
    to_person   bigint,
    primary key (handover_id, number)
);

create policy wall on handover_line
    using (case_id is null or exists (select from case_file f where f.id = handover_line.case_id)) with check (true);
alter table handover_line enable row level security;
alter table handover_line force row level security;
