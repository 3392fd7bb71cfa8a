-- Every reading of a case and every refusal. person_id is null for a reader who came by a link and is not in the directory.
create table access_log (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    person_id bigint,
    case_id   uuid not null,
    part      text not null,
    allowed   boolean not null,
    reason    text not null
);
create index access_log_case on access_log (case_id, at);
create index access_log_person on access_log (person_id, at);
