#!/bin/sh
# Makes the database and its two roles, once, when PostgreSQL starts with an empty volume (docker-compose.yml mounts this).
#
# "owner" owns the tables, and migrations and restores run as it; "scrutiny" is what web, worker and beat are, who read
# and write rows and can change no table: so no secret of theirs takes the guard of the audit log away. Neither is a
# superuser. OWNER_PASSWORD and APPLICATION_PASSWORD are their passwords. Who runs this, the superuser, has none afterwards:
# nobody is a superuser over the network, and an administrator of the machine is one over the container's own socket.
set -eu

psql --set ON_ERROR_STOP=1 --no-psqlrc --quiet --set owner="$OWNER_PASSWORD" --set application="$APPLICATION_PASSWORD" \
  --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE owner LOGIN PASSWORD :'owner';
CREATE ROLE scrutiny LOGIN PASSWORD :'application';
CREATE DATABASE scrutiny OWNER owner;
REVOKE ALL ON DATABASE scrutiny FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE scrutiny TO scrutiny;
\connect scrutiny
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO scrutiny;
ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO scrutiny;
ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT USAGE, SELECT ON SEQUENCES TO scrutiny;
-- A question whose asker gave up waiting or died ends too, and holds no lock.
ALTER DATABASE scrutiny SET client_connection_check_interval = '2s';
ALTER ROLE CURRENT_USER PASSWORD NULL;
SQL
