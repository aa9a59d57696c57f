"""Visitors of a site that keeps pages, and of one that does not."""

from django.db import connection
from django.test import Client, override_settings


def visitor(page_cache: str = "memory", **settings) -> Client:
    """A visitor of a worker process of its own, which keeps pages so."""
    client = Client()
    with override_settings(PAGE_CACHE=page_cache, **settings):
        client.handler.load_middleware()
    return client


def commit() -> None:
    """Do what is done at commit, as if the transaction that a test stands in were over."""
    while connection.run_on_commit:
        asked, connection.run_on_commit = connection.run_on_commit, []
        for _savepoints, function, _is_robust in asked:
            function()
