-- Which kept document is which plan's.
create table plan_document (
    document_id uuid primary key references case_document,
    plan_id     uuid not null references plan,
    kind        text not null check (kind in ('plan', 'evaluation')),
    number      int not null,
    written_at  timestamptz not null,
    unique (plan_id, kind, number)
);
