"""Every statement that changes what visitors may see moves the version of the content on.

All doors lead to SQL: a form, an import, a bulk change, a command, a merge, what is refreshed
after a commit. So the statements are watched, and no door has to remember it.
"""

import re
from functools import cache

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate

from config.caching.unseen import UNSEEN
from forum.derived.version import move, move_again
from forum.models import PublicChange

# Whose rows pages are made of.
APPS = ("forum", "delegations", "agreements")
WRITES = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)


@cache
def seen_tables() -> frozenset[str]:
    """The tables of which visitors may see rows: all that are not named as unseen."""
    models = [
        model
        for app in APPS
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    return frozenset(m._meta.db_table for m in models if m._meta.label not in UNSEEN)


def watch() -> None:
    """Watch each connection from its beginning."""
    connection_created.connect(_watch_connection, dispatch_uid="versions")
    # Once, when the tables of all apps are made.
    forum = apps.get_app_config("forum")
    pre_migrate.connect(_let_migrate, sender=forum, dispatch_uid="versions")
    post_migrate.connect(_migrated, sender=forum, dispatch_uid="versions")


def _watch_connection(connection, **signal):
    is_ours = connection.alias == DEFAULT_DB_ALIAS
    if is_ours and _moving not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, _moving)


def _moving(execute, sql, params, many, context):
    found = WRITES.match(sql) if isinstance(sql, str) else None
    connection = context["connection"]
    if not found or found[1] not in seen_tables() or getattr(connection, "is_migrating", False):
        return execute(sql, params, many, context)
    if connection.in_atomic_block or _is_still_read(connection, sql):
        result = execute(sql, params, many, context)
        move()
        return result
    with transaction.atomic():
        return _moving(execute, sql, params, many, context)


def _is_still_read(connection, sql: str) -> bool:
    """Whether SQLite commits a statement of its own only when its rows have been read.

    What is written before that is committed with it, and an open transaction could not end.
    """
    return connection.vendor == "sqlite" and "RETURNING" in sql


def _let_migrate(using, **signal):
    """Watch nothing while tables are made: there may be none to write to."""
    connections[using].is_migrating = True


def _migrated(using, **signal):
    """No page is what it was, whether tables were changed or only emptied."""
    connections[using].is_migrating = False
    has_version = PublicChange._meta.db_table in connections[using].introspection.table_names()
    if using == DEFAULT_DB_ALIAS and has_version:
        move_again()
