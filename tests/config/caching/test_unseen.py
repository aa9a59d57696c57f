"""Public pages are made only of what moves the version of the content."""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from config.caching.unseen import UNSEEN
from config.caching.watching import APPS, seen_tables
from tests.config.site.world import World
from tests.crawling import crawl

TABLE = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)
# Asked before a page is made: what is to be written anew, which then moves the version on.
BESIDE = {"forum_stale", "forum_due", "forum_publicchange"}


def test_what_is_named_as_unseen_exists():
    models = {
        model._meta.label
        for app in APPS
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    }

    assert models >= UNSEEN


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.xdist_group("world")
def test_no_public_page_asks_for_what_is_unseen(undone):
    asked = set()

    def look(execute, sql, params, many, context):
        asked.update(TABLE.findall(sql))
        return execute(sql, params, many, context)

    with undone():
        World()
        client = Client()
        with connection.execute_wrapper(look):
            pages = crawl(client, "/")

    models = {m._meta.db_table for m in apps.get_models(include_auto_created=True)}
    unseen = asked & models - seen_tables()
    assert len(pages) > 50
    assert unseen - BESIDE == set()
