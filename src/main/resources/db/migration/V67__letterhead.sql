-- What the municipality's letters begin with besides its name: where it is, and its coat of arms as a picture.
alter table municipality
    add column address text not null default '',
    add column arms bytea,
    add constraint arms_are_small check (octet_length(arms) <= 524288);
