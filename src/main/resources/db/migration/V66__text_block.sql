-- The municipality's own ready texts for the grounds of its decisions. They say nothing of anybody.
create table text_block (
    id       int generated always as identity primary key,
    kind     text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    title    text not null check (title <> ''),
    words_nb text not null check (words_nb <> ''),
    words_nn text not null check (words_nn <> ''),
    words_en text not null check (words_en <> ''),
    -- Offered no more.
    closed   boolean not null default false
);
create index text_block_kind on text_block (kind) where not closed;
