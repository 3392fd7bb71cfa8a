-- Who stepped back from a case because they are not impartial. While it lasts they see nothing of it and get nothing to do in it.
create table case_recusal (
    case_id   uuid not null references case_file,
    person_id bigint not null,
    since     timestamptz not null,
    until     timestamptz,
    primary key (case_id, person_id, since)
);
create unique index case_recusal_now on case_recusal (case_id, person_id) where until is null;

-- Reached as the case is.
create policy wall on case_recusal using (exists (select from case_file f where f.id = case_recusal.case_id)) with check (true);
alter table case_recusal enable row level security;
alter table case_recusal force row level security;
