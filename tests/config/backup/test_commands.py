import datetime as dt
import os
import resource
import tarfile
from pathlib import Path

import pytest

from config.backup import archive
from config.backup.archive import Manifest, Writer
from config.backup.files import MARKER
from config.backup.folder import archives, name_of
from tests.config.backup.sites import Site

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("backup")]


@pytest.fixture(scope="module")
def empty(make_site) -> Site:
    """A site with nothing on record; refusals leave it so."""
    site = make_site("sqlite")
    site.run("migrate")
    site.run("createcachetable")
    return site


@pytest.fixture
def untouched(empty):
    """Whatever a test does to it, the site stays as it was, and nothing lies about."""
    rows, files = empty.rows(), empty.files()
    yield empty
    assert empty.rows() == rows
    assert empty.files() == files
    assert empty.leftovers() == []


@pytest.fixture(scope="module")
def good(filled) -> Path:
    return filled("sqlite").folder / "backup.tar"


@pytest.fixture
def rewritten(good, tmp_path):
    """The same archive with another manifest or without some members, and a seal that is right."""

    def rewritten(change=lambda manifest: None, without=()) -> Path:
        path = tmp_path / "rewritten.tar"
        with tarfile.open(good) as tar, path.open("wb") as out:
            writer = Writer(out)
            for member in tar:
                if member.name == archive.MANIFEST:
                    manifest = Manifest.from_json(tar.extractfile(member).read())
                elif member.name not in (archive.SEAL, *without):
                    writer.add(member.name, tar.extractfile(member), member.size)
            change(manifest)
            writer.close(manifest)
        return path

    return rewritten


def test_an_archive_of_an_older_version_is_migrated(rewritten, make_site, filled):
    last = ["auth", "0012_alter_user_first_name_max_length"]
    site = make_site("sqlite")

    site.run("restore", rewritten(lambda manifest: manifest.migrations.remove(last)))

    site.run("migrate", "--check")
    assert site.rows() == filled("sqlite").rows()


def test_an_archive_of_a_newer_version_is_refused(rewritten, untouched):
    newer = rewritten(lambda manifest: manifest.migrations.append(["forum", "9999_later"]))

    assert "does not know its migration forum.9999_later" in untouched.refuses("restore", newer)
    assert "forum.9999_later" in untouched.refuses("restore", newer, "--check")


def test_rows_that_are_missing_are_noticed(rewritten, untouched):
    fewer = rewritten(lambda manifest: manifest.tables["forum.event"].update(rows=10_000))

    assert "does not hold all rows of forum.event" in untouched.refuses("restore", fewer)


def test_an_archive_without_rows_is_refused(rewritten, untouched):
    assert "does not hold all rows" in untouched.refuses(
        "restore", rewritten(without=[archive.ROWS])
    )


def test_a_damaged_archive_changes_nothing(good, tmp_path, untouched):
    damaged = bytearray(good.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    flipped, short = tmp_path / "flipped.tar", tmp_path / "short.tar"
    flipped.write_bytes(damaged)
    short.write_bytes(good.read_bytes()[:-20_000])

    for path in (flipped, short):
        assert "The archive is damaged" in untouched.refuses("restore", path)
        assert "The archive is damaged" in untouched.refuses("restore", path, "--check")
    assert "No such file" in untouched.refuses("restore", tmp_path / "nowhere.tar")


def test_checking_only_reads(good, untouched):
    assert f"{good} is intact: " in untouched.run("restore", good, "--check")


def test_records_or_files_are_replaced_only_with_yes(make_site, good, filled):
    site = make_site("sqlite")
    site.run("migrate")
    site.run("createsuperuser", "--noinput", DJANGO_SUPERUSER_PASSWORD="secret-" * 3,
             DJANGO_SUPERUSER_USERNAME="me", DJANGO_SUPERUSER_EMAIL="me@example.org")  # fmt: skip
    before = site.rows()
    assert "say --yes" in site.refuses("restore", good)
    assert site.rows() == before

    site.run("restore", good, "--yes")
    assert site.rows() == filled("sqlite").rows()


def test_files_alone_are_reason_enough_to_ask(make_site, good, filled):
    site = make_site("sqlite")
    (site.media / "pictures").mkdir(parents=True)
    (site.media / "pictures" / "old.png").write_bytes(b"old")
    assert "say --yes" in site.refuses("restore", good)
    assert site.files() == {"pictures/old.png": b"old"}

    site.run("restore", good, "--yes")
    assert site.files() == filled("sqlite").files()


def test_an_encrypted_archive_needs_its_passphrase(filled, make_site, tmp_path):
    source, target = filled("sqlite"), make_site("sqlite")
    path, other = tmp_path / "secret.tar", tmp_path / "other"
    source.run("backup", "--to", path, "--encrypt")
    other.write_text("another passphrase\n")

    assert b"forum.event" not in path.read_bytes()
    assert "the passphrase is another" in target.refuses(
        "restore", path, BACKUP_PASSPHRASE_FILE=str(other)
    )
    assert "BACKUP_PASSPHRASE_FILE" in target.refuses("restore", path, BACKUP_PASSPHRASE_FILE="")
    assert target.files() == {}
    target.run("restore", path)
    assert target.rows() == source.rows()
    assert target.files() == source.files()


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [(None, "BACKUP_PASSPHRASE_FILE"), ("short", "shorter than 16"), ("", "shorter than 16")],
)
def test_without_a_good_passphrase_nothing_is_encrypted(passphrase, said, empty, tmp_path):
    path = tmp_path / "passphrase"
    if passphrase is not None:
        path.write_text(passphrase)
    named = "" if passphrase is None else str(path)

    refusal = empty.refuses(
        "backup", "--to", tmp_path / "a.tar", "--encrypt", BACKUP_PASSPHRASE_FILE=named
    )

    assert said in refusal
    assert not (tmp_path / "a.tar").exists()


def test_a_full_disk_leaves_nothing_behind(filled, tmp_path):
    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    refusal = filled("sqlite").refuses("backup", "--to", tmp_path / "out", preexec_fn=little_room)

    assert "It failed" in refusal
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".backup.lock"]


def test_a_full_disk_changes_nothing_when_restoring(good, untouched):
    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (800_000, 800_000))

    assert "It failed" in untouched.refuses("restore", good, preexec_fn=little_room)


def test_what_is_kept_is_kept_and_the_rest_deleted(empty, tmp_path):
    now = dt.datetime.now(dt.UTC)
    for days in range(1, 10):
        (tmp_path / name_of(now - dt.timedelta(days=days))).touch()
    (tmp_path / "entente-by-hand.tar").touch()

    empty.run("backup", "--to", tmp_path, "--keep", "3 daily")

    ages = [(now.date() - time.date()).days for time in archives(tmp_path)]
    assert sorted(ages) == [0, 1, 2]
    assert (tmp_path / "entente-by-hand.tar").exists()
    assert "Say how many" in empty.refuses("backup", "--to", tmp_path, "--keep", "some")


def test_the_age_of_the_newest_is_watched(empty, tmp_path):
    assert "There is no backup" in empty.refuses("backup", "--to", tmp_path, "--check-age", "26")
    now = dt.datetime.now(dt.UTC)
    (tmp_path / name_of(now - dt.timedelta(hours=30))).touch()
    assert "is 30 hours old" in empty.refuses("backup", "--to", tmp_path, "--check-age", "26")
    (tmp_path / name_of(now - dt.timedelta(hours=20))).touch()
    assert empty.run("backup", "--to", tmp_path, "--check-age", "26") == ""


def test_an_archive_is_not_overwritten_and_never_among_the_files(empty, tmp_path):
    (tmp_path / "a.tar").write_bytes(b"old")

    assert "is not overwritten" in empty.refuses("backup", "--to", tmp_path / "a.tar")
    assert (tmp_path / "a.tar").read_bytes() == b"old"
    assert "keep backups elsewhere" in empty.refuses("backup", "--to", empty.media / "backups")


def test_only_its_owner_reads_an_archive_and_nothing_is_said_if_nobody_asks(empty, tmp_path):
    assert empty.run("backup", "--to", tmp_path / "a.tar", "--verbosity", "0") == ""
    assert (tmp_path / "a.tar").stat().st_mode & 0o777 == 0o600


def test_what_a_killed_backup_left_goes_with_the_next(empty, tmp_path):
    left = tmp_path / ".backup-killed"
    left.mkdir()
    (left / "archive").write_bytes(b"half")

    empty.run("backup", "--to", tmp_path)

    assert not left.exists()


def test_a_database_that_is_not_migrated_is_not_backed_up(make_site, tmp_path):
    site = make_site("sqlite")

    assert "manage.py migrate" in site.refuses("backup", "--to", tmp_path)


def test_no_backup_is_made_of_a_site_that_is_half_restored(make_site, good, tmp_path):
    site = make_site("sqlite")
    site.run("restore", good)
    (site.media / MARKER).write_text("/backups/a.tar\n")

    assert "manage.py restore /backups/a.tar --yes" in site.manage("check").stderr
    assert "manage.py restore /backups/a.tar --yes" in site.manage("backup").stderr
    site.run("restore", good, "--yes")
    site.run("check")


def test_a_file_that_is_missing_is_named(make_site, good, tmp_path):
    site = make_site("sqlite")
    site.run("restore", good)
    gone = next(path for path in site.media.rglob("*.pdf"))
    gone.unlink()

    done = site.manage("backup", "--to", tmp_path / "a.tar")

    assert done.returncode == 0
    assert f"is not there: {gone.relative_to(site.media)}" in done.stderr
    assert "was not there" in site.manage("restore", tmp_path / "a.tar", "--check").stderr


def test_keys_of_what_is_gone_are_not_given_again(filled, make_site, good, engine):
    """Or the history of a deleted event would be that of the next one."""
    site = make_site(engine)
    site.run("restore", good)
    make = "from tests import factories; print(factories.make_event(slug='next').pk)"
    highest = "from forum.models import Event as E; print(E.objects.latest('pk').pk)"
    before = int(site.run("shell", "-v0", "-c", highest))

    # The last one was deleted before the backup.
    assert int(site.run("shell", "-v0", "-c", make)) == before + 2


def test_without_pg_dump_the_sentence_says_what_to_install(filled, tmp_path):
    site = filled("postgres")

    refusal = site.refuses("backup", "--to", tmp_path / "a.tar", PATH=str(tmp_path))

    assert "postgresql-client" in refusal
    assert [path.name for path in tmp_path.iterdir()] == [".backup.lock"]
    site.run("backup", "--to", tmp_path / "a.tar", "--rows-only", PATH=str(tmp_path))


def test_an_older_pg_dump_is_refused(filled, tmp_path):
    old = tmp_path / "bin" / "pg_dump"
    old.parent.mkdir()
    old.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n")
    old.chmod(0o700)

    refusal = filled("postgres").refuses(
        "backup", "--to", tmp_path / "a.tar", PATH=f"{old.parent}:{os.environ['PATH']}"
    )

    assert "pg_dump is of version 9, the server of version" in refusal
