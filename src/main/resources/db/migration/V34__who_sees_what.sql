-- A closed lane, such as the health service's: a case, or a single entry of a case, that only those see who are named.
alter table case_file add column lane text;
alter table case_entry add column lane text;

create table lane_member (
    case_id   uuid not null references case_file,
    lane      text not null,
    person_id bigint not null,
    since     timestamptz not null,
    until     timestamptz,
    primary key (case_id, lane, person_id)
);

-- Which pupil the report is about, when a case links several.
alter table case_file add column reported uuid references case_party;

-- Who was only asked about one pupil has to do with that pupil, not with the others of the case.
alter table case_participant drop constraint case_participant_pkey;
alter table case_participant add column pupil uuid references case_party;
create unique index case_participant_once on case_participant (case_id, person_id, role, pupil) nulls not distinct;

insert into case_participant (case_id, person_id, role, since, pupil)
select p.case_id, p.person_id, p.role, p.since, t.pupil
from case_participant p join (select distinct case_id, pupil, coalesce(ended_by, assignee) as person_id from task_row
                               where pupil is not null and measure is null and state <> 'cancelled') t
  on t.case_id = p.case_id and t.person_id = p.person_id
where p.role = 'task' and p.until is null and p.pupil is null;
update case_participant p set until = now()
where p.role = 'task' and p.until is null and p.pupil is null
  and not exists (select 1 from task_row t where t.case_id = p.case_id and coalesce(t.ended_by, t.assignee) = p.person_id
                    and t.pupil is null and t.measure is null and t.state <> 'cancelled');

-- What the program wrote about one pupil is that pupil's.
alter table case_document add column about uuid references case_party;
alter table case_document disable trigger keep_document;
update case_document d set about = p.pupil from plan_document x join plan p on p.id = x.plan_id where x.document_id = d.id;
alter table case_document enable trigger keep_document;

-- «Ikke gi videre»: who may read a single entry. The last line of an entry counts; none is ever changed.
create table entry_mark (
    id        bigint generated always as identity primary key,
    case_id   uuid not null references case_file,
    entry_id  uuid not null references case_entry,
    kept_back boolean not null,
    passed_to bigint[] not null default '{}',
    by_person bigint not null,
    at        timestamptz not null
);
create index entry_mark_entry on entry_mark (entry_id, id);
