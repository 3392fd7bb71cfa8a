-- Who let a guardian out or in again, and when. No reason: that stands in the paper that the school has.
create table guardianship_change (
    id          bigint generated always as identity primary key,
    pupil_id    bigint not null references person,
    guardian_id bigint not null references person,
    what        text not null check (what in ('block', 'unblock', 'lose-responsibility', 'end', 'restore')),
    by_person   bigint not null references person,
    at          timestamptz not null
);

create index guardianship_change_pupil on guardianship_change (pupil_id, at desc);
