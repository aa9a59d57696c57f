"""Sixteen who write at once, while an index is rebuilt: on SQLite all wait for one lock.

Whoever waits for more than five seconds fails: that is the timeout of the database here.
`pytest -n 0 -m slow -s tests/faults/test_at_once.py` tells how long the longest wait was.
"""

import json

import pytest

from tests.faults.sites import new_site

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("killed")]


@pytest.fixture
def site(tmp_path):
    site = new_site(tmp_path)
    site.do("crowd", "prepare")
    yield site
    site.drop()


def test_sixteen_writers_beside_a_rebuild_all_get_their_turn(site):
    report = json.loads(site.do("crowd", "write"))

    print(report)  # noqa: T201 - how long they waited, for whoever asks
    assert report["errors"] == []
    assert report["saved"] == report["writers"] * report["turns"]
    assert report["batches"] > 1
    assert report["broken"] == []
