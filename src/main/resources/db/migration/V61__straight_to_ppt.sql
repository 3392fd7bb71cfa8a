-- What a family writes straight to PPT lies in a lane of its own: no role of the school or the municipality reaches it. Whoever answers for
-- the body reaches it by the involvement that is with it, as everywhere: the case's outside and what was chosen, not all that lies there.
create function helps_in_lane(of_case uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from omtanke.involvement i where i.case_id = of_case and i.with_body
                     and (i.id::text = any (string_to_array(current_setting('omtanke.cases', true), ','))
                          or i.body_id::text = any (string_to_array(current_setting('omtanke.bodies', true), ','))));
end
$$;

-- Those who are the lane's own people: what is written there, they reach whole.
create function reaches_lane_whole(of_case uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from omtanke.case_file f where f.id = of_case and f.lane is not null
                     and (current_setting('omtanke.content', true) = 'all'
                          or nullif(current_setting('omtanke.person', true), '')::bigint = any (f.lane_people)
                          or f.id::text = any (string_to_array(current_setting('omtanke.cases', true), ','))
                          or f.lane = 'health-service'
                             and f.school_id::text = any (string_to_array(current_setting('omtanke.health', true), ','))));
end
$$;

alter policy lane on case_file using (lane is null
    or current_setting('omtanke.content', true) = 'all'
    or nullif(current_setting('omtanke.person', true), '')::bigint = any (lane_people)
    or id::text = any (string_to_array(current_setting('omtanke.cases', true), ','))
    or lane = 'health-service' and school_id::text = any (string_to_array(current_setting('omtanke.health', true), ','))
    or lane = 'ppt' and omtanke.helps_in_lane(id));
alter policy lane_people on case_entry using (omtanke.reaches_lane_whole(case_id));
alter policy lane_people on case_document using (omtanke.reaches_lane_whole(case_id));

-- That somebody was asked in such a case is as closed as the case.
alter table involvement add column lane text;
create policy lane on involvement as restrictive using (lane is null
    or current_setting('omtanke.content', true) = 'all'
    or omtanke.reaches_involvement(id, case_id, body_id)) with check (true);
