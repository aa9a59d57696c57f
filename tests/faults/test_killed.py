"""A process that is killed in the middle of a write leaves all of it or nothing.

`pytest -n 0 -m slow -s tests/faults/test_killed.py` says how often it was killed, and where.
"""

import json
import shutil

import pytest

from tests.faults.sites import Site, ask, new_site, server

KINDS = (
    "an_import",
    "a_step",
    "a_merge",
    "an_undoing",
    "a_run_of_reminders",
    "an_action",
    "a_form_with_a_file",
    "a_rebuilding_of_the_index",
)
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("killed")]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A site with all that the writes need, to be copied."""
    site = new_site(tmp_path_factory.mktemp("prepared"))
    site.do("killing", "prepare")
    yield site
    site.drop()


@pytest.fixture
def site(prepared, tmp_path):
    """A copy of it."""
    copy = Site(tmp_path / "site", f"{prepared.name}_copy")
    shutil.copytree(prepared.folder, copy.folder)
    if server():
        ask(f'CREATE DATABASE "{copy.name}" TEMPLATE "{prepared.name}"')
    yield copy
    for each in (copy, Site(copy.folder, f"{copy.name}_kept")):
        each.drop()


@pytest.mark.parametrize("kind", KINDS)
def test_a_write_that_is_killed_is_done_or_not_and_can_be_tried_again(site, kind):
    report = json.loads(site.do("killing", kind))

    print(kind, report)  # noqa: T201 - how much was tried, for whoever asks
    assert report["wrong"] == []
    assert report["kills"] >= 10
    assert report["inside"] * 2 >= report["kills"]
