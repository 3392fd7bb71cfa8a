-- What a pupil told, in the pupil's own words. The guardians see it as far as somebody has decided; until then «ikke avgjort».
create table pupil_story (
    entry_id uuid primary key references case_entry,
    case_id  uuid not null references case_file,
    pupil    uuid not null references case_party,
    told_at  timestamptz not null,
    sealed   bytea not null
);
create index pupil_story_pupil on pupil_story (case_id, pupil, told_at);

-- The grounds stand in the entry of the decision. A new decision comes after the former and never changes it.
create table visibility_decision (
    id         bigint generated always as identity primary key,
    case_id    uuid not null references case_file,
    story      uuid not null references pupil_story,
    -- The one guardian whom it is about, or null when it is about all who have no decision of their own.
    guardian   bigint,
    outcome    text not null check (outcome in ('shown', 'part', 'withheld')),
    pupil_says text not null check (pupil_says in ('all', 'part', 'none')),
    -- What is shown instead of the whole story.
    sealed     bytea,
    entry_id   uuid not null references case_entry,
    decided_by bigint not null,
    decided_at timestamptz not null
);
create index visibility_decision_story on visibility_decision (story, id);
