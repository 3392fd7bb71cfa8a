-- A body that was asked to help in a case, what it may read there, and the consent that this rests on.
create table involvement (
    id            uuid primary key,
    case_id       uuid not null references case_file,
    school_id     int not null,
    body_id       int not null references body,
    pupil         uuid references case_party,
    question      uuid not null references case_entry,
    asked_by      bigint not null,
    share_name    boolean not null,
    needs_consent boolean not null,
    -- asked: not sent yet. sent, accepted, advised: the body reads what is shared. The others are over.
    state         text not null check (state in ('asked', 'sent', 'accepted', 'advised', 'declined', 'silent', 'no-consent',
                      'withdrawn', 'ended')),
    reminded      int not null default 0,
    asked_at      timestamptz not null,
    sent_at       timestamptz,
    ended_at      timestamptz,
    with_body     boolean generated always as (state in ('sent', 'accepted', 'advised')) stored
);
create index involvement_case on involvement (case_id);
create index involvement_with_body on involvement (body_id) where with_body;

-- One line for each thing that was chosen, with the ground for sharing it. Never deleted: who took it back, and when, stands in it.
create table involvement_share (
    id             bigint generated always as identity primary key,
    involvement_id uuid not null references involvement,
    case_id        uuid not null references case_file,
    entry_id       uuid references case_entry,
    document_id    uuid references case_document,
    kind           text not null,
    basis          text not null,
    by_person      bigint,
    since          timestamptz not null,
    until          timestamptz,
    check (num_nonnulls(entry_id, document_id) = 1)
);
create index involvement_share_of on involvement_share (involvement_id);
create index involvement_share_entry on involvement_share (entry_id) where until is null;
create index involvement_share_document on involvement_share (document_id) where until is null;

-- Each person who was asked. Given is not enough: who must have given it, until when, and what they kept out is asked at each reading.
create table involvement_consent (
    id             uuid primary key,
    involvement_id uuid not null references involvement,
    case_id        uuid not null references case_file,
    person_id      bigint not null,
    state          text not null check (state in ('asked', 'given', 'refused', 'silent', 'withdrawn')),
    kept_out       text[] not null default '{}',
    until          date,
    asked_at       timestamptz not null,
    answered_at    timestamptz,
    withdrawn_at   timestamptz,
    unique (involvement_id, person_id)
);

-- The task list: which involvement a task is about, and whether it is the body's own, who sees nothing else of the case.
alter table task_row add column involvement uuid;
alter table task_row add column for_body boolean not null default false;

alter table case_entry drop constraint case_entry_author_kind_check;
alter table case_entry add constraint case_entry_author_kind_check
    check (author_kind in ('reporter', 'staff', 'guardian', 'pupil', 'body', 'system'));

-- The second wall. Whoever holds a body reaches the involvements that are with it, and by them the case's outside and the very pieces that
-- were chosen; a link to one involvement reaches that one. It must not ask case_file, which asks it.
create policy wall on involvement using (
    (select current_setting('omtanke.facts', true)) = 'all'
    or school_id = any ((select string_to_array(nullif(current_setting('omtanke.schools', true), ''), ',')::int[])::int[])
    or case_id = any ((select string_to_array(nullif(current_setting('omtanke.cases', true), ''), ',')::uuid[])::uuid[])
    or id = any ((select string_to_array(nullif(current_setting('omtanke.cases', true), ''), ',')::uuid[])::uuid[])
    or case_id in (select p.case_id from case_participant p where p.until is null
                     and p.person_id = (select nullif(current_setting('omtanke.person', true), '')::bigint))
    or body_id in (select h.body_id from body_holder h
                     where h.person_id = (select nullif(current_setting('omtanke.person', true), '')::bigint))) with check (true);
create policy wall on involvement_share using (exists (select from involvement i where i.id = involvement_share.involvement_id))
    with check (true);
create policy wall on involvement_consent using (exists (select from involvement i where i.id = involvement_consent.involvement_id))
    with check (true);
do $$
declare
    t text;
begin
    for t in select unnest(array['involvement', 'involvement_share', 'involvement_consent']) loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
    end loop;
end
$$;
create policy involved on case_file using (id in (select i.case_id from involvement i where i.with_body)) with check (true);
create policy involved on task_row using (for_body and involvement in (select i.id from involvement i where i.with_body)) with check (true);
create policy involved on case_entry for select using (id in (select s.entry_id from involvement_share s
    join involvement i on i.id = s.involvement_id where s.until is null and i.with_body));
create policy involved on case_document for select using (id in (select s.document_id from involvement_share s
    join involvement i on i.id = s.involvement_id where s.until is null and i.with_body));
