-- What was typed and not yet sent. The content is sealed with a key of its own, which dies with the draft.
create table form_draft (
    id         uuid primary key,
    owner      text        not null, -- who may resume it, such as 'person:17'
    purpose    text        not null, -- what it is for, such as 'task:<id>'
    sealed     bytea       not null,
    saved_at   timestamptz not null,
    expires_at timestamptz not null,
    version    int         not null,
    unique (owner, purpose)
);

create index form_draft_expires_at on form_draft (expires_at);
