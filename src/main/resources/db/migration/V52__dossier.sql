-- Requests from Statsforvalteren, what was chosen for an answer, the packages that were made, and the orders that came back. What people
-- wrote stands in the case's entries or is sealed with the case's key; ids, days and ticks are what pages and timers need.

create table supervision_request (
    id            uuid primary key,
    case_id       uuid not null references case_file,
    entry_id      uuid not null references case_entry,
    letter_on     date not null,
    answer_by     date not null,
    registered_by bigint not null,
    registered_at timestamptz not null,
    reviewed_by   bigint,
    reviewed_at   timestamptz,
    -- Plans are shown as they stood on this day, too.
    as_of         date
);
create index supervision_request_case on supervision_request (case_id, registered_at);

-- What the owner decided about each item when the list was gone through; why it is left out is sealed.
create table supervision_choice (
    request_id uuid not null references supervision_request,
    case_id    uuid not null references case_file,
    item       text not null,
    taken      boolean not null,
    sealed     bytea,
    primary key (request_id, item)
);

create table dossier (
    id          uuid primary key,
    request_id  uuid not null references supervision_request,
    case_id     uuid not null references case_file,
    document_id uuid not null references case_document,
    made_by     bigint not null,
    made_at     timestamptz not null
);
create index dossier_request on dossier (request_id, made_at);

-- What is in a package, by its number there.
create table dossier_item (
    dossier_id  uuid not null references dossier,
    case_id     uuid not null references case_file,
    number      int not null,
    item        text not null,
    document_id uuid references case_document,
    primary key (dossier_id, number)
);

create table supervision_order (
    id         uuid primary key,
    request_id uuid not null references supervision_request,
    case_id    uuid not null references case_file,
    -- The entry with the decision, and which of its orders this is.
    entry_id   uuid not null references case_entry,
    number     int not null,
    due_on     date not null,
    holder     bigint
);
create index supervision_order_request on supervision_order (request_id, number);

do $$
declare
    of_case text;
begin
    for of_case in select unnest(array['supervision_request', 'supervision_choice', 'dossier', 'dossier_item', 'supervision_order']) loop
        execute format('create policy wall on %1$I using (exists (select from omtanke.case_file f where f.id = %1$I.case_id))'
            || ' with check (true)', of_case);
        execute format('alter table %I enable row level security', of_case);
        execute format('alter table %I force row level security', of_case);
    end loop;
end
$$;
