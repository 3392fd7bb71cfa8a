-- The demonstration's own things; empty in a real installation.
create table demo_state (
    name  text primary key,
    value text not null
);
create table demo_mail (
    id         bigint generated always as identity primary key,
    message_id text,
    recipient  text not null,
    subject    text not null,
    body       text not null,
    sent_at    timestamptz not null
);
