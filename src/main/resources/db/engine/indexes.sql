-- Indexes that the engine's tables lack, run after each start. What each is for, and what it changes: docs/performance.md.
create index if not exists omtanke_task_parent on public.act_ru_task (parent_task_id_);
create index if not exists omtanke_task_due on public.act_ru_task (due_date_);
create index if not exists omtanke_job_due on public.act_ru_job (duedate_);
