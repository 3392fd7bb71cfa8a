create table case_file (
    id               uuid primary key,
    reference        text not null unique,
    kind             text not null,
    school_id        int not null,
    state            text not null default 'open' check (state in ('open', 'closed')),
    entrance         text not null,
    channel          text,
    language         text not null default 'nb',
    opened_at        timestamptz not null,
    closed_at        timestamptz,
    accused          text not null default 'none' check (accused in ('none', 'pupil', 'employee', 'leader', 'unknown')),
    serious          boolean not null default false,
    escalated        boolean not null default false,
    owner_sees       boolean generated always as (serious or escalated or accused in ('employee', 'leader')) stored,
    principal_knew   date,
    reporter_address text not null default 'none' check (reporter_address in ('none', 'unconfirmed', 'confirmed')),
    -- A report can be sent twice; its draft can become only one case.
    source           uuid unique
);
create index case_file_school on case_file (school_id, state, opened_at);

create table case_party (
    id          uuid primary key,
    case_id     uuid not null references case_file,
    person_id   bigint,
    role        text not null,
    sealed_name bytea,
    added_at    timestamptz not null,
    removed_at  timestamptz
);
create unique index case_party_once on case_party (case_id, person_id, role) where removed_at is null and person_id is not null;
create index case_party_person on case_party (person_id, role) where removed_at is null;

-- Who works in the case. Begins with a task or a named role, ends when somebody is taken off the case.
create table case_participant (
    case_id   uuid not null references case_file,
    person_id bigint not null,
    role      text not null,
    since     timestamptz not null,
    until     timestamptz,
    primary key (case_id, person_id, role)
);
create index case_participant_person on case_participant (person_id) where until is null;

create table case_entry (
    id          uuid primary key,
    case_id     uuid not null references case_file,
    form_id     text not null,
    author_id   bigint,
    author_kind text not null check (author_kind in ('reporter', 'staff', 'system')),
    about       uuid references case_party,
    task_id     text,
    written_at  timestamptz not null,
    sealed      bytea not null
);
create index case_entry_case on case_entry (case_id, written_at);

create table case_document (
    id          uuid primary key,
    case_id     uuid not null references case_file,
    entry_id    uuid references case_entry,
    media_type  text not null,
    bytes       int not null,
    sealed_name bytea not null,
    sealed      bytea not null,
    added_at    timestamptz not null
);
create index case_document_case on case_document (case_id);

-- The timeline. args holds ids, codes and times, never names or free text.
create table case_event (
    id       bigint generated always as identity primary key,
    case_id  uuid not null references case_file,
    at       timestamptz not null,
    kind     text not null,
    actor_id bigint,
    args     jsonb not null default '{}'
);
create index case_event_case on case_event (case_id, id);
