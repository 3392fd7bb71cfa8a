-- The municipality, its schools and its people. A period runs from its first day to the first day after it:
-- what ends today is not valid today.

create table municipality (
    only_row         boolean primary key default true check (only_row),
    name             text not null check (name <> ''),
    local_regulation text not null,
    statsforvalter   text not null
);

create table school (
    id            int generated always as identity primary key,
    slug          text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name          text not null check (name <> ''),
    language_form text not null check (language_form in ('nb', 'nn')),
    phone         text
);

create table person (
    id          bigint generated always as identity primary key,
    given_name  text not null check (given_name <> ''),
    family_name text not null check (family_name <> ''),
    email       text check (email like '%_@_%'),
    phone       text,
    birth_date  date,
    language    text not null check (language ~ '^[a-z]{2,3}$')
);

-- Not unique: two guardians may share one address.
create index person_email on person (lower(email));

-- Pupils and guardians are not here: those roles follow from enrolment and guardianship.
create table role_assignment (
    id        bigint generated always as identity primary key,
    person_id bigint not null references person,
    role      text not null check (role not in ('pupil', 'guardian', 'third-party')),
    school_id int references school,
    deputy    boolean not null default false check (not deputy or role = 'leadership'),
    from_date date not null,
    to_date   date check (to_date >= from_date)
);

create unique index role_assignment_once on role_assignment (person_id, role, coalesce(school_id, 0), from_date);

create index role_assignment_holders on role_assignment (role, school_id);
create index role_assignment_school on role_assignment (school_id);

create table school_class (
    id                 bigint generated always as identity primary key,
    school_id          int not null references school,
    grade              int not null check (grade between 1 and 10),
    name               text not null check (name <> ''),
    contact_teacher_id bigint references person
);

create index school_class_school on school_class (school_id);
create index school_class_contact_teacher on school_class (contact_teacher_id);

create table enrolment (
    id        bigint generated always as identity primary key,
    pupil_id  bigint not null references person,
    class_id  bigint not null references school_class,
    from_date date not null,
    to_date   date check (to_date >= from_date),
    unique (pupil_id, class_id, from_date)
);

create unique index enrolment_one_open on enrolment (pupil_id) where to_date is null;
create index enrolment_class on enrolment (class_id);

create table guardianship (
    id                      bigint generated always as identity primary key,
    guardian_id             bigint not null references person,
    pupil_id                bigint not null references person,
    parental_responsibility boolean not null,
    from_date               date not null,
    to_date                 date check (to_date >= from_date),
    check (guardian_id <> pupil_id),
    unique (guardian_id, pupil_id, from_date)
);

create index guardianship_pupil on guardianship (pupil_id);
