"""A database that is away, as far as this process can see."""

from contextlib import contextmanager

from django.db import connections

from tests.config.operations.servers import free_port


@contextmanager
def database_away():
    """Every query fails as if the server were stopped, or the folder of SQLite's file gone."""
    here = connections["default"]
    away = connections.create_connection("default")
    nowhere = (
        {"NAME": "/nonexistent/db.sqlite3"}
        if away.vendor == "sqlite"
        else {"HOST": "127.0.0.1", "PORT": str(free_port())}
    )
    away.settings_dict = away.settings_dict | nowhere
    connections["default"] = away
    try:
        yield
    finally:
        connections["default"] = here
