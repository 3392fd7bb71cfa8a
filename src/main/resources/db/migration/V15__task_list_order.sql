-- The list's order in its indexes: the soonest due first, then the oldest. A page reads its first rows from there, however many
-- tasks are open, instead of sorting all of them.
alter table task_audience add column created_at timestamptz;
update task_audience a set created_at = t.created_at from task_row t where t.task_id = a.task_id;
alter table task_audience alter column created_at set not null;

drop index task_audience_due;
create index task_audience_due on task_audience (audience, due_at, created_at, task_id);
drop index task_row_open_due;
create index task_row_open_due on task_row (school_id, due_at, created_at, task_id) where state = 'open';
drop index task_row_assignee;
create index task_row_assignee on task_row (assignee, due_at, created_at, task_id) where state = 'open';
-- The school owner's list goes over all schools.
create index task_row_due on task_row (due_at, created_at, task_id) where state = 'open';

-- The parties of a case: asked for each line of a list and many times while a form is sent; without it every asking read all parties.
create index case_party_case on case_party (case_id);
