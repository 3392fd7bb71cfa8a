-- A form that a school sent to a guardian: whose child, to whom, by whom. Used once a report came of it.
create table report_invitation (
    id          uuid primary key,
    school_id   int not null references school,
    pupil_id    bigint not null references person,
    guardian_id bigint not null references person,
    sent_by     bigint not null references person,
    created_at  timestamptz not null,
    used_at     timestamptz
);
create index report_invitation_sender on report_invitation (sent_by, created_at desc);
