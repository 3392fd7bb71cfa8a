-- Who has asked to come in by the address that the directory has. A link's subject is this number, never the person's own.
create table applicant (
    id        uuid primary key,
    person_id bigint not null unique references person (id)
);
