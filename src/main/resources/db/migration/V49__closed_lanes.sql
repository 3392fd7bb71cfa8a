-- A case in a closed lane stands behind a wall of its own: only those who are named in it, the health service of its school, and whoever
-- has a link to it reach any row of it. No role of the municipality does, and no other role at the school.

-- Who is named now, beside the case itself, so that the wall need not ask a table that stands behind the wall.
alter table case_file add column lane_people bigint[] not null default '{}';
update case_file f set lane_people = array(select m.person_id from lane_member m where m.case_id = f.id and m.lane = f.lane and m.until is null)
where f.lane is not null;

-- What somebody is in a lane: reporter, deputy or member.
alter table lane_member add column part text not null default 'member';

create function keep_lane_people() returns trigger language plpgsql as $$
begin
    update omtanke.case_file f
    set lane_people = array(select m.person_id from omtanke.lane_member m where m.case_id = f.id and m.lane = f.lane and m.until is null)
    where f.id = new.case_id and f.lane is not null;
    return null;
end
$$;
create trigger lane_people after insert or update on lane_member for each row execute function keep_lane_people();

-- A task knows that its case is closed, so that the task list's indexes are walked as before.
alter table task_row add column lane text;
update task_row t set lane = f.lane from case_file f where f.id = t.case_id and f.lane is not null;

create function know_the_lane() returns trigger language plpgsql as $$
begin
    new.lane := (select f.lane from omtanke.case_file f where f.id = new.case_id);
    return new;
end
$$;
create trigger know_the_lane before insert on task_row for each row execute function know_the_lane();

create function tell_tasks_the_lane() returns trigger language plpgsql as $$
begin
    update omtanke.task_row set lane = new.lane where case_id = new.id;
    return null;
end
$$;
create trigger tell_tasks_the_lane after update of lane on case_file for each row
    when (old.lane is distinct from new.lane) execute function tell_tasks_the_lane();

do $$
declare
    facts constant text := '(select current_setting(''omtanke.facts'', true)) = ''all''';
    -- The program itself.
    everything constant text := '(select current_setting(''omtanke.content'', true)) = ''all''';
    reach_without_all constant text := $f$
        %1$s = any ((select string_to_array(nullif(current_setting('omtanke.schools', true), ''), ',')::int[])::int[])
        or %2$s = any ((select string_to_array(nullif(current_setting('omtanke.cases', true), ''), ',')::uuid[])::uuid[])
        or %2$s in (select p.case_id from omtanke.case_participant p where p.until is null
                      and p.person_id = (select nullif(current_setting('omtanke.person', true), '')::bigint))
    $f$;
    reach text;
    of_case text;
begin
    reach := format('%s or %s', facts, format(reach_without_all, 'school_id', 'id'));
    execute 'drop policy wall on case_file';
    execute format($f$
        create policy wall on case_file using (
            lane is null and (%s)
            or lane is not null and (
                %s
                or (select nullif(current_setting('omtanke.person', true), '')::bigint) = any (lane_people)
                or id = any ((select string_to_array(nullif(current_setting('omtanke.cases', true), ''), ',')::uuid[])::uuid[])
                or lane = 'health-service' and school_id = any (
                    (select string_to_array(nullif(current_setting('omtanke.health', true), ''), ',')::int[])::int[])))
        with check (true)
        $f$, reach, everything);

    reach := format('%s or %s', facts, format(reach_without_all, 'school_id', 'case_id'));
    execute 'drop policy wall on task_row';
    execute format('create policy wall on task_row using (lane is null and (%s)'
        || ' or lane is not null and exists (select from omtanke.case_file f where f.id = task_row.case_id)) with check (true)', reach);

    for of_case in select unnest(array['case_party', 'case_event']) loop
        execute format('drop policy wall on %I', of_case);
        execute format('create policy wall on %I using (%s or exists (select from omtanke.case_file f where f.id = %I.case_id))'
            || ' with check (true)', of_case, everything, of_case);
    end loop;

    for of_case in select unnest(array['case_entry', 'case_document']) loop
        execute format('drop policy wall on %I', of_case);
        execute format('create policy wall on %I using (%s or exists (select from omtanke.case_file f where f.id = %I.case_id'
            || ' and (f.lane is not null or (select current_setting(''omtanke.content'', true)) = ''owner'' and f.owner_sees or %s)))'
            || ' with check (true)', of_case, everything, of_case, format(reach_without_all, 'f.school_id', 'f.id'));
    end loop;
end
$$;

-- What the program itself wrote can be of any kind; which kinds there are is the business of the subjects that write them.
alter table case_document drop constraint if exists case_document_kind_check;
alter table case_document add constraint document_kind_is_a_code check (kind ~ '^[a-z]+(-[a-z]+)*$');
