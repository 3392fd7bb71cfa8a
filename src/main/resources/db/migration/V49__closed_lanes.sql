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

-- Beside the wall, whatever it says or will say: a restrictive policy keeps everybody out of a lane but its own people, and another one lets
-- these in. What the task list walks is asked without a subquery.
create function reaches_closed(of_case uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from omtanke.case_file f where f.id = of_case and f.lane is not null);
end
$$;

create function reaches_any(of_case uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from omtanke.case_file f where f.id = of_case);
end
$$;

do $$
declare
    -- Who must know of every case, and the program itself.
    knows constant text := $f$(current_setting('omtanke.facts', true) = 'all')$f$;
    program constant text := $f$current_setting('omtanke.content', true) = 'all'$f$;
    people constant text := $f$
        current_setting('omtanke.content', true) = 'all'
        or nullif(current_setting('omtanke.person', true), '')::bigint = any (lane_people)
        or id::text = any (string_to_array(current_setting('omtanke.cases', true), ','))
        or lane = 'health-service' and school_id::text = any (string_to_array(current_setting('omtanke.health', true), ','))
    $f$;
    of_case text;
begin
    execute format('create policy lane on case_file as restrictive using (lane is null or %s) with check (true)', people);
    execute format('create policy lane_people on case_file using (lane is not null and (%s)) with check (true)', people);

    execute format('create policy lane on task_row as restrictive using (lane is null or %s or omtanke.reaches_closed(case_id))'
        || ' with check (true)', program);
    execute 'create policy lane_people on task_row using (lane is not null and omtanke.reaches_closed(case_id)) with check (true)';

    -- The wall lets these through to whoever must know of every case, without asking for the case.
    for of_case in select unnest(array['case_party', 'case_event', 'lane_member']) loop
        execute format('create policy lane on %I as restrictive using (%s is not true or %s or omtanke.reaches_any(case_id))'
            || ' with check (true)', of_case, knows, program);
    end loop;

    for of_case in select unnest(array['case_entry', 'case_document']) loop
        execute format('create policy lane_people on %I using (omtanke.reaches_closed(case_id)) with check (true)', of_case);
    end loop;
end
$$;

-- What the program itself wrote can be of any kind; which kinds there are is the business of the subjects that write them.
alter table case_document drop constraint if exists case_document_kind_check;
alter table case_document add constraint document_kind_is_a_code check (kind ~ '^[a-z]+(-[a-z]+)*$');
