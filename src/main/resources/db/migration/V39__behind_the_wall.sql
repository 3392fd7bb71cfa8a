-- What is kept about single entries stands behind the second wall as far as the entries do.
do $$
declare
    of_entry text;
begin
    for of_entry in select unnest(array['entry_mark', 'pupil_story', 'visibility_decision']) loop
        execute format('create policy wall on %1$I using (exists (select from omtanke.case_entry e where e.id = %1$I.entry_id))'
            || ' with check (true)', of_entry);
    end loop;
    create policy wall on lane_member using (exists (select from omtanke.case_file f where f.id = lane_member.case_id)) with check (true);
    for of_entry in select unnest(array['entry_mark', 'pupil_story', 'visibility_decision', 'lane_member']) loop
        execute format('alter table %I enable row level security', of_entry);
        execute format('alter table %I force row level security', of_entry);
    end loop;
end
$$;
