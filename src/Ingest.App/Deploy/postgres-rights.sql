-- Rights of the user that commands and watchers work as: no table is made, changed or emptied by it, and what is written in the journal
-- and of verdicts stays. Run once, and again after a version that renews the tables, by whoever made them with a first "ingest status":
--   psql -d ingest -f postgres-rights.sql
-- The user's password is set by \password ingest_work; a user for questions alone needs the first two lines.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ingest_work') THEN CREATE ROLE ingest_work LOGIN; END IF; END $$;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ingest_work;
GRANT INSERT, UPDATE ON arrivals TO ingest_work;
GRANT INSERT, UPDATE, DELETE ON documents, contents, facts, findings TO ingest_work;
GRANT INSERT ON journal, verdicts TO ingest_work;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ingest_work;
