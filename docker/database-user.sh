#!/bin/sh
# Run once by the image of PostgreSQL, on an empty database: the user Omtanke connects as. It owns the database and is no superuser,
# because PostgreSQL's row-level security asks superusers nothing, and Omtanke refuses to start as one.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set password="$OMTANKE_DATABASE_PASSWORD" <<'SQL'
create role omtanke login nosuperuser nocreatedb nocreaterole nobypassrls password :'password';
create database omtanke owner omtanke encoding 'UTF8' template template0;
\connect omtanke
alter schema public owner to omtanke;
SQL
