"""The database's own refusal to change the audit trail, on SQLite and on Postgres.

What changes or drops an entry is refused unless its transaction has opened the AuditDoor. Whoever
may write SQL can do that too, or drop the triggers: they stop mistakes and other code, and whoever
can only make the site do something.

SQLite loses the triggers of a table that a migration makes anew, as it does to alter a column:
such a migration ends with create().
"""

from contextlib import contextmanager

from django.db import transaction

SQLITE = [
    """
    CREATE TRIGGER IF NOT EXISTS forum_auditentry_update BEFORE UPDATE ON forum_auditentry
    WHEN NOT EXISTS (SELECT 1 FROM forum_auditdoor)
    BEGIN SELECT RAISE(ABORT, 'The audit trail is only added to.'); END
    """,
    """
    CREATE TRIGGER IF NOT EXISTS forum_auditentry_delete BEFORE DELETE ON forum_auditentry
    WHEN NOT EXISTS (SELECT 1 FROM forum_auditdoor)
    BEGIN SELECT RAISE(ABORT, 'The audit trail is only added to.'); END
    """,
]
POSTGRES = [
    """
    CREATE OR REPLACE FUNCTION forum_auditentry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'TRUNCATE' OR NOT EXISTS (SELECT 1 FROM forum_auditdoor) THEN
            RAISE EXCEPTION 'The audit trail is only added to.'
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$
    """,
    """
    CREATE OR REPLACE TRIGGER forum_auditentry_change BEFORE UPDATE OR DELETE ON forum_auditentry
    FOR EACH ROW EXECUTE FUNCTION forum_auditentry_refuse()
    """,
    """
    CREATE OR REPLACE TRIGGER forum_auditentry_truncate BEFORE TRUNCATE ON forum_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION forum_auditentry_refuse()
    """,
]
DROP_SQLITE = [
    "DROP TRIGGER IF EXISTS forum_auditentry_update",
    "DROP TRIGGER IF EXISTS forum_auditentry_delete",
]
DROP_POSTGRES = [
    "DROP TRIGGER IF EXISTS forum_auditentry_change ON forum_auditentry",
    "DROP TRIGGER IF EXISTS forum_auditentry_truncate ON forum_auditentry",
    "DROP FUNCTION IF EXISTS forum_auditentry_refuse",
]


def create(connection) -> None:
    _run(connection, SQLITE, POSTGRES)


def drop(connection) -> None:
    _run(connection, DROP_SQLITE, DROP_POSTGRES)


@contextmanager
def dropped(connection):
    """Do without them, to empty the whole database."""
    with transaction.atomic(using=connection.alias):
        drop(connection)
        yield
        create(connection)


def _run(connection, sqlite: list[str], postgres: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in postgres if connection.vendor == "postgresql" else sqlite:
            cursor.execute(statement)
