-- Local accounts. The password is a bcrypt hash; a person has one account.
create table account (
    person_id     bigint primary key references person,
    username      text not null,
    password_hash text not null,
    created_at    timestamptz not null
);
create unique index account_username on account (lower(username));
