-- Individual decisions, each a numbered letter to its parties, and the appeals over them. What people wrote stands in the case's entries
-- and in the letters; here are ids, codes and days.

-- The last number of a year's letters. Drawn in the transaction that needs it: one that is taken back leaves no gap.
create table letter_year (
    year int primary key,
    last int not null check (last > 0)
);

create table individual_decision (
    id            uuid primary key,
    case_id       uuid not null references case_file,
    school_id     int not null,
    pupil         uuid not null references case_party,
    kind          text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    -- The user task that decided, and what was answered there: one answer is one decision.
    task          text not null,
    entry_id      uuid not null unique references case_entry,
    letter_year   int not null,
    letter_number int not null,
    document_id   uuid references case_document,
    made_by       bigint,
    made_at       timestamptz not null,
    -- The decision that takes its place, after an appeal.
    replaced_by   uuid references individual_decision,
    unique (letter_year, letter_number)
);
create index individual_decision_case on individual_decision (case_id, made_at);

-- Each party has a window of their own: it begins when the letter could be read, by a mail that left or on paper, and not before.
create table decision_party (
    id           uuid primary key,
    decision_id  uuid not null references individual_decision,
    case_id      uuid not null references case_file,
    person_id    bigint not null,
    way          text check (way in ('link', 'paper')),
    available_on date,
    last_day     date check (last_day >= available_on),
    read_at      timestamptz,
    unique (decision_id, person_id),
    check ((way is null) = (available_on is null) and (way is null) = (last_day is null))
);

create table appeal (
    id               uuid primary key,
    decision_id      uuid not null references individual_decision,
    case_id          uuid not null references case_file,
    decision_party   uuid not null references decision_party,
    entry_id         uuid not null references case_entry,
    channel          text not null check (channel in ('page', 'paper', 'phone', 'conversation', 'email')),
    came_on          date not null,
    late             boolean not null,
    registered_by    bigint,
    state            text not null check (state in ('open', 'upheld', 'forwarded', 'refused', 'changed', 'withdrawn', 'decided')),
    outcome          text check (outcome in ('upheld', 'changed', 'annulled')),
    -- The case was closed when the appeal came: it is closed again with it.
    reopened         boolean not null,
    letter_year      int,
    letter_number    int,
    letter_document  uuid references case_document,
    was_forwarded    boolean not null default false,
    outcome_year     int,
    outcome_number   int,
    outcome_document uuid references case_document,
    registered_at    timestamptz not null,
    ended_at         timestamptz
);
create index appeal_case on appeal (case_id, registered_at);
-- One at a time.
create unique index appeal_open on appeal (decision_party) where ended_at is null;

do $$
declare
    of_case text;
begin
    for of_case in select unnest(array['individual_decision', 'decision_party', 'appeal']) loop
        execute format('create policy wall on %1$I using (exists (select from omtanke.case_file f where f.id = %1$I.case_id))'
            || ' with check (true)', of_case);
        execute format('alter table %I enable row level security', of_case);
        execute format('alter table %I force row level security', of_case);
    end loop;
end
$$;
