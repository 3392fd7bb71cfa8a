-- Cases that were joined, and cases that came out of another: each shows the way to the other, and nothing of either is lost.
create table case_link (
    id        uuid primary key,
    kind      text not null check (kind in ('join', 'split')),
    -- The case that ended by it, or out of which the other came.
    from_case uuid not null references case_file,
    to_case   uuid not null references case_file,
    -- The pupils who came with it, as parties of the case that they came to.
    brought   uuid[] not null default '{}',
    by_person bigint not null,
    at        timestamptz not null,
    until     timestamptz
);
create unique index case_link_joined on case_link (from_case) where kind = 'join' and until is null;
create index case_link_from on case_link (from_case);
create index case_link_to on case_link (to_case);

create policy wall on case_link
    using (exists (select from omtanke.case_file f where f.id in (case_link.from_case, case_link.to_case))) with check (true);
alter table case_link enable row level security;
alter table case_link force row level security;

-- What came from another case is a copy, sealed anew; whose it was is known.
alter table case_entry add column copied_from uuid references case_entry;
