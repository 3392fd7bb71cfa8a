-- A calendar that was in force is kept as it was: what is corrected is ended by a change, never overwritten, and a change says who made it.
create table calendar_change (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    by_person bigint not null references person,
    -- No school means the whole municipality.
    school_id int references school,
    what      text not null check (what in ('add', 'change', 'remove', 'import')),
    -- How many running dates the change concerned, and whether they were moved.
    dates     int not null default 0,
    moved     boolean not null default false
);

alter table school_closure
    add column kind text not null default 'holiday' check (kind in ('holiday', 'planning', 'closed')),
    add column added_by bigint references calendar_change,
    add column ended_by bigint references calendar_change;

comment on column school_closure.kind is 'holiday, planning day, or closed for another reason, such as a storm';

drop index school_closure_once;
create unique index school_closure_once on school_closure (coalesce(school_id, 0), from_date, to_date) where ended_by is null;

create function school_closure_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_by is not null
        or (old.id, old.school_id, old.from_date, old.to_date, old.name, old.kind, old.added_by)
           is distinct from (new.id, new.school_id, new.from_date, new.to_date, new.name, new.kind, new.added_by) then
        raise exception 'a closure is ended by a change, never overwritten or removed';
    end if;
    return new;
end
$$;

create trigger school_closure_stays before update or delete on school_closure
    for each row execute function school_closure_stays();
