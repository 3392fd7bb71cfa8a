-- While it lasts an auditor reads the content of one case. Why they opened it stands in the case, sealed.
create table auditor_opening (
    id        bigint generated always as identity primary key,
    case_id   uuid not null references case_file,
    person_id bigint not null,
    since     timestamptz not null,
    until     timestamptz not null
);
create index auditor_opening_case on auditor_opening (case_id, person_id, until);
