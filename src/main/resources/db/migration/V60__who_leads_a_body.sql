-- A body's missed deadline is told to whoever leads it.
alter table body_holder add column leads boolean not null default false;
