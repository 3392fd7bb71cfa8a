-- Links in e-mails. Only the hash of a token is kept. The subject is a case or an invitation.
create table secure_link (
    token_hash bytea primary key,
    purpose    text not null,
    subject    uuid not null,
    person_id  bigint,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    spent_at   timestamptz,
    revoked_at timestamptz
);
create index secure_link_subject on secure_link (subject, purpose);

-- What a spent link was exchanged for: a short session that can do one thing.
create table link_session (
    token_hash bytea primary key,
    purpose    text not null,
    subject    uuid not null,
    person_id  bigint,
    expires_at timestamptz not null
);
