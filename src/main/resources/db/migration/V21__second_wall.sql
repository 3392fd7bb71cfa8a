-- The second wall behind the policy: whatever a query forgets, rows of other schools' cases do not come out. The program says for whom it
-- asks (omtanke.facts, .content, .schools, .cases, .person) on each connection; a connection that says nothing sees nothing. What may be
-- seen is decided by the policy; this is wider on purpose.

-- Written so that each list is read once a query, not once a row.
create function pg_temp.reach_without_all(school text, case_id text) returns text language sql as $$
    select format($f$
        %1$s = any ((select string_to_array(nullif(current_setting('omtanke.schools', true), ''), ',')::int[])::int[])
        or %2$s = any ((select string_to_array(nullif(current_setting('omtanke.cases', true), ''), ',')::uuid[])::uuid[])
        or %2$s in (select p.case_id from omtanke.case_participant p where p.until is null
                      and p.person_id = (select nullif(current_setting('omtanke.person', true), '')::bigint))
    $f$, school, case_id)
$$;

create function pg_temp.reach(school text, case_id text) returns text language sql as $$
    select format('(select current_setting(''omtanke.facts'', true)) = ''all'' or %s', pg_temp.reach_without_all(school, case_id))
$$;

do $$
declare
    facts constant text := '(select current_setting(''omtanke.facts'', true)) = ''all''';
    content constant text := '(select current_setting(''omtanke.content'', true)) = ''all''';
    of_case text;
begin
    -- What knows its school.
    execute format('create policy wall on case_file using (%s) with check (true)', pg_temp.reach('school_id', 'id'));
    execute format('create policy wall on task_row using (%s) with check (true)', pg_temp.reach('school_id', 'case_id'));
    execute format('create policy wall on plan using (%s) with check (true)', pg_temp.reach('school_id', 'case_id'));

    -- What belongs to a case.
    for of_case in select unnest(array['case_party', 'case_event']) loop
        execute format('create policy wall on %I using (%s or exists (select from omtanke.case_file f where f.id = %I.case_id))'
            || ' with check (true)', of_case, facts, of_case);
    end loop;

    -- What belongs to a plan.
    for of_case in select unnest(array['plan_version', 'plan_measure', 'plan_evaluation', 'plan_document']) loop
        execute format('create policy wall on %I using (%s or exists (select from omtanke.plan f where f.id = %I.plan_id))'
            || ' with check (true)', of_case, facts, of_case);
    end loop;
    execute 'create policy wall on measure_log using (' || facts
        || ' or exists (select from omtanke.plan_measure m where m.id = measure_log.measure_id)) with check (true)';

    -- What people wrote: who must know of every case does not read it by that.
    for of_case in select unnest(array['case_entry', 'case_document']) loop
        execute format('create policy wall on %I using (%s or exists (select from omtanke.case_file f where f.id = %I.case_id'
            || ' and ((select current_setting(''omtanke.content'', true)) = ''owner'' and f.owner_sees or %s))) with check (true)',
            of_case, content, of_case, pg_temp.reach_without_all('f.school_id', 'f.id'));
    end loop;

    for of_case in select unnest(array['case_file', 'task_row', 'plan', 'case_party', 'case_event', 'plan_version', 'plan_measure',
            'plan_evaluation', 'plan_document', 'measure_log', 'case_entry', 'case_document']) loop
        execute format('alter table %I enable row level security', of_case);
        execute format('alter table %I force row level security', of_case);
    end loop;
end
$$;
