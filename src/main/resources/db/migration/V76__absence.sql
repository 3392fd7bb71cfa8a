-- The register of absence: what was registered by hand or came from a file, day by day. A correction is a new row; the row that it corrects
-- stays with the day on which it stopped to hold. No reason is kept, and no illness: only whether somebody had said so beforehand.
create table absence_import (
    id          uuid primary key,
    school_id   int not null references school,
    uploaded_by bigint not null references person,
    uploaded_at timestamptz not null,
    -- What the file says, until it is taken or thrown away, by a key of its own that is destroyed then.
    sealed      bytea,
    taken_at    timestamptz,
    new_days    int,
    changed     int,
    unchanged   int,
    left_out    int
);
create index absence_import_school on absence_import (school_id, uploaded_at);

create table absence (
    id            bigint generated always as identity primary key,
    school_id     int not null references school,
    pupil_id      bigint not null references person,
    day           date not null,
    kind          text not null check (kind in ('notified', 'leave', 'unexcused')),
    extent        text not null check (extent in ('whole', 'hours', 'late', 'left')),
    hours         numeric(3, 1) check (hours > 0 and hours <= 10),
    recorded_by   bigint not null references person,
    recorded_at   timestamptz not null,
    import_id     uuid references absence_import,
    superseded_at timestamptz,
    superseded_by bigint references person,
    check ((extent = 'hours') = (hours is not null)),
    check ((superseded_at is null) = (superseded_by is null))
);
create unique index absence_holds on absence (school_id, pupil_id, day, kind) where superseded_at is null;
create index absence_day on absence (school_id, day) where superseded_at is null;

create function absence_is_corrected_only() returns trigger language plpgsql as $$
begin
    if old.superseded_at is not null
            or (new.school_id, new.pupil_id, new.day, new.kind, new.extent, new.recorded_by, new.recorded_at)
                is distinct from (old.school_id, old.pupil_id, old.day, old.kind, old.extent, old.recorded_by, old.recorded_at)
            or new.hours is distinct from old.hours
            or new.import_id is distinct from old.import_id then
        raise exception 'what was registered is corrected by a new row';
    end if;
    return new;
end
$$;
create trigger absence_is_corrected_only before update on absence for each row execute function absence_is_corrected_only();

-- Under which of its own numbers a school's other program knows a pupil; learnt when somebody has said who it is.
create table absence_known_as (
    school_id int not null references school,
    local_id  text not null,
    pupil_id  bigint not null references person,
    primary key (school_id, local_id)
);

-- What guardians say beforehand: when, never why.
create table absence_notice (
    id          bigint generated always as identity primary key,
    school_id   int not null references school,
    pupil_id    bigint not null references person,
    sender_id   bigint not null references person,
    first_day   date not null,
    last_day    date not null check (last_day >= first_day),
    from_time   time,
    to_time     time,
    back_on     date,
    source      uuid not null,
    given_at    timestamptz not null,
    check ((from_time is null) = (to_time is null)),
    unique (source, pupil_id)
);
create index absence_notice_pupil on absence_notice (pupil_id, last_day);
create index absence_notice_days on absence_notice (school_id, last_day);

-- Leave that was granted; the case says why.
create table absence_leave (
    id        bigint generated always as identity primary key,
    case_id   uuid not null references case_file,
    school_id int not null references school,
    pupil_id  bigint not null references person,
    first_day date not null,
    last_day  date not null check (last_day >= first_day),
    set_at    timestamptz not null,
    ended_at  timestamptz
);
create unique index absence_leave_holds on absence_leave (case_id) where ended_at is null;
create index absence_leave_days on absence_leave (school_id, last_day) where ended_at is null;

-- Whom a case of following up is about, so that a second one is not begun beside it.
create table absence_follow_up (
    case_id   uuid primary key references case_file,
    school_id int not null references school,
    pupil_id  bigint not null references person,
    begun_at  timestamptz not null
);
create index absence_follow_up_pupil on absence_follow_up (pupil_id);

-- The days and the owner of each measure; what it is stands in the entry.
create table absence_measure (
    id       uuid primary key,
    case_id  uuid not null references case_file,
    entry_id uuid not null references case_entry,
    number   int not null,
    owner_id bigint not null references person,
    to_date  date not null,
    unique (entry_id, number)
);
create index absence_measure_case on absence_measure (case_id);

-- The second wall: who works at the school, and the program itself. Who must know of every case of the municipality knows nothing of these.
do $$
declare
    t text;
begin
    for t in select unnest(array['absence_import', 'absence', 'absence_known_as', 'absence_notice', 'absence_leave',
            'absence_follow_up']) loop
        execute format('create policy wall on %I using (current_setting(''omtanke.content'', true) = ''all'''
            || ' or school_id::text = any (string_to_array(current_setting(''omtanke.schools'', true), '','')))'
            || ' with check (true)', t);
    end loop;
    create policy wall on absence_measure using (current_setting('omtanke.facts', true) = 'all' or omtanke.reaches(case_id))
        with check (true);
    for t in select unnest(array['absence_import', 'absence', 'absence_known_as', 'absence_notice', 'absence_leave',
            'absence_follow_up', 'absence_measure']) loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
    end loop;
end
$$;
