-- Which kept document is which plan's. The family's copy holds nothing that one of the family may not read of another.
create table plan_document (
    document_id uuid primary key references case_document,
    plan_id     uuid not null references plan,
    kind        text not null check (kind in ('plan', 'evaluation')),
    number      int not null,
    for_family  boolean not null,
    written_at  timestamptz not null,
    unique (plan_id, kind, number, for_family)
);
