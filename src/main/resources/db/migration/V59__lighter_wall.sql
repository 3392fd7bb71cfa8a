-- The second wall says the same as before, lighter: what a policy names in a subquery is prepared anew for each mention of its table in a
-- statement, and the task list mentions the case file some twenty times. What nearly always answers stands in the policy; the rest is
-- asked by a function, which is prepared once a connection.

create function takes_part(of_case uuid) returns boolean language plpgsql stable as $$
begin
    return of_case::text = any (string_to_array(current_setting('omtanke.cases', true), ','))
        or exists (select from omtanke.case_participant p where p.case_id = of_case and p.until is null
                      and p.person_id = nullif(current_setting('omtanke.person', true), '')::bigint);
end
$$;

create function reaches(of_case uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from omtanke.case_file f where f.id = of_case);
end
$$;

do $$
declare
    facts constant text := 'current_setting(''omtanke.facts'', true) = ''all''';
    at_school constant text := 'school_id::text = any (string_to_array(current_setting(''omtanke.schools'', true), '',''))';
    of_case text;
begin
    execute format('alter policy wall on case_file using (%s or %s or omtanke.takes_part(id))', facts, at_school);
    for of_case in select unnest(array['task_row', 'plan']) loop
        execute format('alter policy wall on %I using (%s or %s or omtanke.takes_part(case_id))', of_case, facts, at_school);
    end loop;
    for of_case in select unnest(array['case_party', 'case_event', 'lane_member']) loop
        execute format('alter policy wall on %I using (%s or omtanke.reaches(case_id))', of_case, facts);
    end loop;
end
$$;
