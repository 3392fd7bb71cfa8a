-- The second factor of a local account: a secret that a phone makes codes from, sealed by the vault with a key of its own, and the last
-- half minute whose code was used: no code counts twice.
create table second_factor (
    person_id    bigint primary key references account on delete cascade,
    subject      uuid not null,
    secret       bytea not null,
    confirmed_at timestamptz not null,
    last_step    bigint not null
);

-- For the day the phone is lost: each counts once. Only hashes.
create table recovery_code (
    person_id bigint not null references second_factor on delete cascade,
    code_hash bytea not null,
    used_at   timestamptz,
    primary key (person_id, code_hash)
);

-- Browsers in which somebody has signed in with all factors before. They are counted apart from strangers, so that nobody's wrong
-- guesses shut a right owner out.
create table known_browser (
    token_hash bytea not null,
    person_id  bigint not null references account on delete cascade,
    last_seen  timestamptz not null,
    primary key (token_hash, person_id)
);
create index known_browser_person on known_browser (person_id);
