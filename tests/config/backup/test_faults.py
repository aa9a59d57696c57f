import gzip
import json
import os
import shutil
import subprocess
import tarfile
import time
from pathlib import Path

import pytest

from config.backup import archive
from config.backup.files import MARKER
from tests.config.backup.faults import POINTS
from tests.config.backup.sites import Site

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("backup faults")]


def manifest_of(path: Path) -> dict:
    with tarfile.open(path) as tar:
        return json.loads(tar.extractfile(archive.MANIFEST).read())


@pytest.fixture
def old(make_site, engine) -> Site:
    """A site with something of its own."""
    site = make_site(engine)
    site.run("migrate")
    site.run("shell", "-c", "from tests import factories; factories.make_text()")
    return site


@pytest.fixture
def new(filled, engine) -> Site:
    return filled(engine)


def state(site: Site) -> tuple[dict, dict]:
    files = {name: data for name, data in site.files().items() if not name.startswith(".")}
    return site.rows(), files


def wait_for_more(site: Site) -> None:
    """Wait until the writers have written something more, however slow the machine is."""
    before = len(site.rows()["forum_event"])
    for _ in range(300):
        time.sleep(0.2)
        if len(site.rows()["forum_event"]) > before:
            return
    pytest.fail("Nothing is written.")


def test_a_backup_beside_writers_is_of_one_moment(make_site, engine, tmp_path):
    site, copy = make_site(engine), make_site(engine)
    site.run("migrate")
    stop, moments = tmp_path / "stop", []
    program = "from tests.config.backup.faults import write; write({}, {!r})"
    writers = [site.start("shell", "-c", program.format(each, str(stop))) for each in range(2)]
    for number in range(3):
        wait_for_more(site)
        site.run("backup", "--to", tmp_path / f"{number}.tar")
    stop.touch()
    for writer in writers:
        _out, errors = writer.communicate()
        assert writer.returncode == 0, errors

    for number in range(3):
        path = tmp_path / f"{number}.tar"
        manifest = manifest_of(path)
        copy.run("restore", path, "--yes")
        rows = copy.rows()
        assert manifest["missing"] == []
        assert len(rows["forum_event"]) == len(rows["forum_attachment"])
        for label, table in manifest["tables"].items():
            name = {"reversion.revision": "reversion_revision"}.get(label, label.replace(".", "_"))
            if name in rows:
                assert len(rows[name]) == table["rows"], label
        moments.append(len(rows["forum_event"]))
    assert 0 < moments[0] < moments[1] < moments[2]


@pytest.mark.parametrize("point", POINTS)
def test_a_restore_that_is_killed_leaves_the_old_or_the_new_or_says_how_to_go_on(
    point, old, new, engine
):
    if point == "in the transaction" and engine == "sqlite":
        pytest.skip("SQLite copies its pages in one call, which no hook can enter")
    before, path = state(old), new.folder / "backup.tar"
    program = f"from tests.config.backup.faults import restore; restore({point!r}, {str(path)!r})"

    killed = old.manage("shell", "-c", program)

    assert killed.returncode == -9, killed.stderr
    rows, files = state(old)
    assert rows in (before[0], new.rows())
    if point in ("before", "in the transaction"):
        assert (rows, files) == before
    says = f"manage.py restore {path} --yes"
    assert says in old.manage("check").stderr
    assert says in old.manage("backup").stderr
    old.run("restore", path, "--yes")
    assert state(old) == state(new)
    assert old.leftovers() == []
    old.run("check")


@pytest.mark.parametrize("share", [0.6, 0.8, 0.95])
def test_a_restore_that_is_killed_at_any_time_can_be_run_again(share, old, new):
    before, path = state(old), new.folder / "backup.tar"
    began = time.monotonic()
    old.run("restore", path, "--check")
    old.run("check")
    process = old.start("restore", path, "--yes")
    time.sleep((time.monotonic() - began) * share)
    process.kill()
    process.communicate()

    if not (old.media / MARKER).exists():
        assert state(old) in (before, state(new))
    old.run("restore", path, "--yes")
    assert state(old) == state(new)
    assert old.leftovers() == []


@pytest.mark.parametrize("share", [0.5, 0.8, 0.95])
def test_a_backup_that_is_killed_leaves_no_archive_and_the_next_cleans_up(share, new, tmp_path):
    began = time.monotonic()
    new.run("backup", "--to", tmp_path / "whole.tar")
    took = time.monotonic() - began
    process = new.start("backup", "--to", tmp_path / "half.tar")
    time.sleep(took * share)
    process.kill()
    process.communicate()

    if (tmp_path / "half.tar").exists():
        new.run("restore", tmp_path / "half.tar", "--check")
    new.run("backup", "--to", tmp_path / "next.tar")
    assert {path.name for path in tmp_path.iterdir()} - {"half.tar"} == {
        *(".backup.lock", "next.tar", "whole.tar"),
    }


def test_the_dump_of_the_database_itself_holds_the_same(new, make_site, engine):
    other = make_site(engine)
    with tarfile.open(new.folder / "backup.tar") as tar:
        native = tar.extractfile(archive.NATIVE)
        if engine == "sqlite":
            with gzip.open(native) as source, Path(other.url[10:]).open("wb") as out:
                shutil.copyfileobj(source, out)
        else:
            done = subprocess.run(  # noqa: S603
                ["pg_restore", "--no-owner", f"--dbname={other.url}"],  # noqa: S607
                input=native.read(),
                env=os.environ,
                check=False,
                capture_output=True,
            )
            assert done.returncode == 0, done.stderr

    assert other.rows() == new.rows()
    assert other.sessions() == 0 < new.sessions()
