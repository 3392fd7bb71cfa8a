-- One key a subject (a case, a draft), wrapped by the master key. Destroying it leaves the row as a proof.
create table vault_key (
    subject      uuid primary key,
    wrapped      bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);
