-- A draft that several people write belongs to its task. Its version is the revision that a page was made from; who saved it last
-- stands here, and earlier revisions are kept for a while, so that two people's changes can be told apart.
alter table form_draft add column saved_by bigint;

create table form_draft_revision (
    draft_id uuid        not null references form_draft on delete cascade,
    revision int         not null,
    sealed   bytea       not null,
    saved_by bigint      not null,
    saved_at timestamptz not null,
    primary key (draft_id, revision)
);
