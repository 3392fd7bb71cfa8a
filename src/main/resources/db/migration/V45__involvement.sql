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

-- The second wall. Whoever answers for a body reaches the involvements that are with it (omtanke.bodies), and by them the case's outside and
-- the very pieces that were chosen; a link to one involvement reaches that one (omtanke.cases). What it asks stands in functions, which are
-- prepared once a connection; these policies come after the others by name and are asked last.
create function reaches_involvement(involvement uuid, of_case uuid, body int) returns boolean language plpgsql stable as $$
begin
    return involvement::text = any (string_to_array(current_setting('omtanke.cases', true), ','))
        or of_case::text = any (string_to_array(current_setting('omtanke.cases', true), ','))
        or body::text = any (string_to_array(current_setting('omtanke.bodies', true), ','))
        or exists (select from omtanke.case_participant p where p.case_id = of_case and p.until is null
                      and p.person_id = nullif(current_setting('omtanke.person', true), '')::bigint);
end
$$;

-- Whether it may be worth asking: nobody else comes in by an involvement.
create function asks_for_a_body() returns boolean language sql stable as $$
    select coalesce(current_setting('omtanke.bodies', true), '') <> '' or coalesce(current_setting('omtanke.cases', true), '') <> ''
$$;

create function helps_in(of_case uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from omtanke.involvement i where i.case_id = of_case and i.with_body);
end
$$;

create function is_with_body(of_involvement uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from omtanke.involvement i where i.id = of_involvement and i.with_body);
end
$$;

create function shared_with_body(piece uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from omtanke.involvement_share s join omtanke.involvement i on i.id = s.involvement_id
                   where (s.entry_id = piece or s.document_id = piece) and s.until is null and i.with_body);
end
$$;

-- It must not ask case_file, which asks it.
create policy wall on involvement using (current_setting('omtanke.facts', true) = 'all'
    or school_id::text = any (string_to_array(current_setting('omtanke.schools', true), ','))
    or omtanke.reaches_involvement(id, case_id, body_id)) with check (true);
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
create policy wall_of_bodies on case_file using (omtanke.asks_for_a_body() and omtanke.helps_in(id)) with check (true);
create policy wall_of_bodies on task_row using (for_body and omtanke.asks_for_a_body() and omtanke.is_with_body(involvement)) with check (true);
create policy wall_of_bodies on case_entry for select using (omtanke.asks_for_a_body() and omtanke.shared_with_body(id));
create policy wall_of_bodies on case_document for select using (omtanke.asks_for_a_body() and omtanke.shared_with_body(id));
