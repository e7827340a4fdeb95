#!/bin/sh
# Runs once, when the database container creates its data folder: the roles that migrations grant rights to.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set eraser="$ERASER_PASSWORD" <<'SQL'
CREATE ROLE techgate_owner LOGIN PASSWORD :'owner';
CREATE ROLE techgate_app LOGIN PASSWORD :'app';
CREATE ROLE techgate_eraser LOGIN PASSWORD :'eraser';
CREATE DATABASE techgate OWNER techgate_owner;
\connect techgate
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
GRANT CREATE, USAGE ON SCHEMA public TO techgate_owner;
SQL
