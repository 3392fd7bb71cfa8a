-- Which master key wrapped a row stands in the wrapped text itself: Tink begins it with 1 and the key's number.
alter table vault_key add column master_key_id bigint generated always as (
    case when octet_length(wrapped) > 5 and get_byte(wrapped, 0) = 1
        then (get_byte(wrapped, 1)::bigint << 24) + (get_byte(wrapped, 2) << 16) + (get_byte(wrapped, 3) << 8) + get_byte(wrapped, 4)
    end) stored;
create index vault_key_master on vault_key (master_key_id, subject) where destroyed_at is null;

-- A known text, sealed by the master key at the first start: it proves at every start that key and database belong together.
create table vault_canary (
    single    boolean primary key default true check (single),
    sealed    bytea       not null,
    sealed_at timestamptz not null
);

-- The programs that run now and the master keys each of them holds. Nothing is wrapped by a key that one of them cannot read.
create table vault_program (
    id             uuid primary key,
    master_key_ids bigint[]    not null,
    primary_key_id bigint      not null,
    seen_at        timestamptz not null
);

-- A checksum of a file's plain bytes lets whoever has the database confirm a guessed file, also after the case's key is
-- destroyed. It is sealed with the case's key from now on; the program seals those from before at its next start.
-- Of a case whose key is gone already nothing is left to seal: an empty text stands in its place.
alter table case_document
    add column sealed_sha256 bytea,
    drop constraint kept_document_has_checksum,
    add constraint kept_document_has_checksum check (kind = 'attachment' or num_nonnulls(sha256, sealed_sha256) = 1),
    add constraint one_checksum check (num_nonnulls(sha256, sealed_sha256) <= 1);
create index case_document_open_checksum on case_document (id) where sha256 is not null;

-- The one change that a kept document allows: its plain checksum gives place to the sealed one.
create or replace function keep_document() returns trigger language plpgsql as $$
declare
    sealing case_document;
begin
    if tg_op = 'UPDATE' then
        sealing := old;
        sealing.sha256 := null;
        sealing.sealed_sha256 := new.sealed_sha256;
        if old.sha256 is not null and new.sealed_sha256 is not null and sealing is not distinct from new then
            return new;
        end if;
    end if;
    raise exception 'The document % is kept unchanged', old.id using errcode = 'restrict_violation';
end
$$;
