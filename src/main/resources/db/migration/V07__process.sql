-- The task list: one row a user task, kept by listeners in the engine's own transaction, rebuildable from the engine.
create table task_row (
    task_id             text primary key,
    case_id             uuid not null,
    process_instance_id text not null,
    process_key         text not null,
    task_key            text not null,
    form_id             text not null,
    school_id           int not null,
    pupil               uuid,
    assignee            bigint,
    serious             boolean not null default false,
    family_step         int,
    created_at          timestamptz not null,
    due_at              timestamptz,
    state               text not null check (state in ('open', 'done', 'cancelled')),
    ended_at            timestamptz,
    ended_by            bigint,
    raised_to           text,
    raised_at           timestamptz
);
create index task_row_case on task_row (case_id, created_at);
create index task_row_open_due on task_row (school_id, due_at) where state = 'open';
create index task_row_assignee on task_row (assignee, due_at) where state = 'open';
create index task_row_done_by on task_row (ended_by, ended_at desc) where state = 'done';

-- Whom an open task is addressed to: candidate groups and whom a missed deadline raised it to. Gone when the task ends.
create table task_audience (
    task_id  text not null references task_row on delete cascade,
    audience text not null,
    due_at   timestamptz,
    primary key (audience, task_id)
);
create index task_audience_due on task_audience (audience, due_at, task_id);
create index task_audience_task on task_audience (task_id);
