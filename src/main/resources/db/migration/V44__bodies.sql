-- Who else can help: the services that a municipality or one of its schools has, and who of them has an account here.
create table body (
    id                 int generated always as identity primary key,
    -- null: the municipality's own, or somebody outside of it
    school_id          int references school,
    kind               text not null check (kind in ('ppt', 'health-service', 'response-team', 'ombud', 'sfo', 'special-educator',
                           'social-teacher', 'counsellor', 'lawyer', 'other')),
    name               text not null check (name <> ''),
    email              text check (email like '%_@_%'),
    phone              text,
    web                text check (web like 'https://%'),
    -- The municipality's own words about what it helps with; without them the program's own stand on the page.
    words_nb           text,
    words_nn           text,
    words_en           text,
    family_may_contact boolean not null,
    needs_consent      boolean not null,
    -- It is asked no more; what it was asked before stays.
    closed             boolean not null default false
);
create index body_school on body (school_id);

create table body_holder (
    body_id   int not null references body,
    person_id bigint not null references person,
    from_date date not null,
    to_date   date check (to_date >= from_date),
    primary key (body_id, person_id, from_date)
);
create index body_holder_person on body_holder (person_id);

create trigger directory_changed after insert or update or delete or truncate on body
    for each statement execute function directory_changed();
create trigger directory_changed after insert or update or delete or truncate on body_holder
    for each statement execute function directory_changed();
