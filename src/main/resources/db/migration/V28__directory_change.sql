-- Counts the directory's changes, so that who keeps a list of a school's people for a while knows whether it still holds. Part of each
-- changing transaction: nobody sees the new number before the new people.
create table directory_change (
    only_row boolean primary key default true check (only_row),
    number   bigint not null
);
insert into directory_change (number) values (1);

create function directory_changed() returns trigger language plpgsql as $$
begin
    update omtanke.directory_change set number = number + 1;
    return null;
end
$$;

create trigger directory_changed after insert or update or delete or truncate on person
    for each statement execute function directory_changed();
create trigger directory_changed after insert or update or delete or truncate on role_assignment
    for each statement execute function directory_changed();
create trigger directory_changed after insert or update or delete or truncate on school_class
    for each statement execute function directory_changed();
create trigger directory_changed after insert or update or delete or truncate on enrolment
    for each statement execute function directory_changed();
