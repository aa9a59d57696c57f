"""Visitors may be answered by a replica of the database, which follows it by moments.

Whoever is signed in or sends something asks the database itself, and sees what was just saved. So
does what is written anew on the way to a page, in its transaction.
"""

import logging
from contextvars import ContextVar

from django.db import DEFAULT_DB_ALIAS, connection, connections

from config.caching.addresses import is_anybody, is_public

REPLICA = "replica"
log = logging.getLogger(__name__)
_is_asked = ContextVar("replica_is_asked", default=False)


class Router:
    """Leads what is read for a visitor to the replica, and all else to the database."""

    def db_for_read(self, model, **hints):
        return REPLICA if _is_asked.get() and not connection.in_atomic_block else DEFAULT_DB_ALIAS

    def db_for_write(self, model, **hints):
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints):
        return True

    def allow_migrate(self, db, app_label, **hints):
        return db != REPLICA


class AskTheReplica:
    """Let pages for visitors be read from the replica; from the database while that is away."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not (is_public(request) and is_anybody(request)):
            return self.get_response(request)
        token = _is_asked.set(True)
        try:
            response = self.get_response(request)
        finally:
            _is_asked.reset(token)
        if response.status_code == 500 and getattr(request, "met_nobody", False):
            log.warning("The replica is away: the database is asked")
            response.close()
            connections[REPLICA].close()
            request.met_nobody = False
            return self.get_response(request)
        return response
