-- Attachments of a report that is being written. Each is sealed with a key of its own, which dies with the draft.
create table report_draft_file (
    id         uuid primary key,
    draft      uuid not null, -- the draft's own key, not its owner
    media_type text not null,
    bytes      int not null,
    sealed     bytea not null,
    added_at   timestamptz not null,
    expires_at timestamptz not null
);
create index report_draft_file_draft on report_draft_file (draft);
create index report_draft_file_expires_at on report_draft_file (expires_at);
