-- By which names other houses know our people. The name itself is never kept: only its HMAC, whose key the vault seals.
create table person_identity (
    kind      text not null check (kind ~ '^[a-z][a-z0-9-]*$'),
    hash      bytea not null,
    person_id bigint not null references person,
    added_at  timestamptz not null,
    primary key (kind, hash)
);
create index person_identity_person on person_identity (person_id);

create table identity_key (
    only_row boolean primary key default true check (only_row),
    subject  uuid not null,
    sealed   bytea not null
);

-- "This browser is person 17 until half past two": what ID-porten said of a family member. Hashes of the cookie's token and of the
-- provider's session, which ends it when the person signs out there.
create table family_proof (
    token_hash bytea primary key,
    person_id  bigint not null references person,
    issuer     text not null,
    sid_hash   bytea,
    expires_at timestamptz not null
);
create index family_proof_sid on family_proof (sid_hash) where sid_hash is not null;
create index family_proof_expires on family_proof (expires_at);
