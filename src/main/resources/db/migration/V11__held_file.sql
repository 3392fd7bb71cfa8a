-- Attachments of what staff have not sent yet. Each is sealed with a key of its own, which dies with it.
create table held_file (
    id          uuid primary key,
    holder      text not null, -- whose and for what, such as 'person:17 task:<id>'
    media_type  text not null,
    sealed_name bytea not null,
    sealed      bytea not null,
    held_at     timestamptz not null,
    expires_at  timestamptz not null
);
create index held_file_holder on held_file (holder);
create index held_file_expires_at on held_file (expires_at);
