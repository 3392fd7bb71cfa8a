-- Files know what they are and what their bytes were. Files from before have no checksum: their bytes are still sealed, and
-- a sealed file that was changed does not open.
alter table case_document
    add column kind text not null default 'attachment' check (kind in ('attachment', 'plan', 'evaluation')),
    add column sha256 bytea check (octet_length(sha256) = 32);

alter table case_document add constraint kept_document_has_checksum check (kind = 'attachment' or sha256 is not null);

-- What the program wrote about a case stays as it was, whoever asks the database otherwise. It becomes unreadable when the
-- case's key is destroyed, and in no other way.
create function keep_document() returns trigger language plpgsql as $$
begin
    raise exception 'The document % is kept unchanged', old.id using errcode = 'restrict_violation';
end
$$;

create trigger keep_document before update or delete on case_document
    for each row when (old.kind <> 'attachment') execute function keep_document();

-- An emptied table would have asked no row.
create function keep_documents() returns trigger language plpgsql as $$
begin
    if exists (select from case_document where kind <> 'attachment') then
        raise exception 'Documents are kept unchanged' using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;

create trigger keep_documents before truncate on case_document
    for each statement execute function keep_documents();
