-- Whose case a link opens, and why it was ended before its time.
alter table secure_link add column case_id uuid;
alter table secure_link add column revoked_for text;
update secure_link set case_id = subject where purpose = 'MY_REPORT';
update secure_link l set case_id = p.case_id from plan p where l.purpose = 'MY_PLAN' and p.id = l.subject;
update secure_link set revoked_for = 'replaced' where revoked_at is not null;
create index secure_link_case on secure_link (case_id) where revoked_at is null;

-- A session ends when it is left alone, when a new one begins, or when its person may not see the case any more; the row says why.
-- What a person proved beyond having the link stands here too. The code's hash takes the browser's own token to compute.
delete from link_session;
alter table link_session add column case_id uuid;
alter table link_session add column begun_at timestamptz not null;
alter table link_session add column seen_at timestamptz not null;
alter table link_session add column ended_at timestamptz;
alter table link_session add column ended_for text;
alter table link_session add column doubted boolean not null default false;
alter table link_session add column proven_by text;
alter table link_session add column code_hash bytea;
alter table link_session add column code_expires_at timestamptz;
alter table link_session add column tries int not null default 0;
create index link_session_subject on link_session (subject, purpose) where ended_at is null;

-- A guardian who must not see anything of the pupil, whatever the register says otherwise.
alter table guardianship add column blocked boolean not null default false;

-- Through what somebody read, and which thing when one was opened singly. No case: somebody tried what does not exist.
alter table access_log alter column case_id drop not null;
alter table access_log add column via text not null default 'session';
alter table access_log add column thing text;
create index access_log_tried on access_log (thing) where case_id is null;
update access_log set via = 'link:my-report' where part = 'OWN_REPORT';
update access_log set via = 'link:my-plan' where part = 'OWN_PLAN';
