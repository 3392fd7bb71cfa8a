-- While it lasts an auditor reads the content of one case. Why they opened it stands in the case, sealed.
create table auditor_opening (
    id        bigint generated always as identity primary key,
    case_id   uuid not null references case_file,
    person_id bigint not null,
    since     timestamptz not null,
    until     timestamptz not null
);
create index auditor_opening_case on auditor_opening (case_id, person_id, until);

create policy wall on auditor_opening using (exists (select from case_file f where f.id = auditor_opening.case_id)) with check (true);
alter table auditor_opening enable row level security;
alter table auditor_opening force row level security;

-- The second wall lets an auditor reach the words of a case that they opened; for how long is the policy's to say.
create policy opened on case_entry for select using (case_id in (select o.case_id from auditor_opening o
    where o.person_id = (select nullif(current_setting('omtanke.person', true), '')::bigint)));
create policy opened on case_document for select using (case_id in (select o.case_id from auditor_opening o
    where o.person_id = (select nullif(current_setting('omtanke.person', true), '')::bigint)));
