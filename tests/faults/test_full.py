"""A full disk: a sentence, and nothing half kept."""

import json

import pytest

from tests.faults.sites import new_site, server

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("killed")]


@pytest.fixture
def site(tmp_path):
    site = new_site(tmp_path)
    site.do("full", "prepare")
    yield site
    site.drop()


def test_a_file_for_which_there_is_no_room_is_not_kept_by_half(site):
    report = json.loads(site.do("full", "files"))

    assert report["status"] == 507
    assert "There is no room left to save this" in report["page"]
    assert 'name="title_en" value="Programme"' in report["page"]
    assert (report["rows"], report["files"]) == (0, [])
    assert report["later"] == {"status": 302, "rows": 1, "files": 1}


@pytest.mark.skipif(bool(server()), reason="The disk of a Postgres is not ours to fill.")
def test_a_database_for_which_there_is_no_room_keeps_what_it_has(site):
    report = json.loads(site.do("full", "database"))

    assert {status for status, _is_saved in report["answers"]} == {302, 507}
    assert [is_saved for status, is_saved in report["answers"]] == [
        status == 302 for status, _is_saved in report["answers"]
    ]
    assert report["broken"] == []
    assert report["later"] == 302
