import hashlib
import io
import tarfile

import pytest

from config.backup import archive
from config.backup.archive import Manifest, Writer
from config.backup.errors import BackupError

CONTENTS = {archive.ROWS: b"rows", "files/private/text.pdf": b"x" * 700, "files/empty": b""}


def manifest(**changed) -> Manifest:
    values = {
        "application": "1.0",
        "made_at": "2026-01-02T03:04:05+00:00",
        "engine": "sqlite",
        "migrations": [["forum", "0001_initial"]],
        "tables": {"forum.event": {"rows": 2, "last_key": 7}},
    }
    return Manifest(**values | changed)


def written(contents=CONTENTS, **changed) -> bytes:
    out = io.BytesIO()
    writer = Writer(out)
    for name, data in contents.items():
        writer.add(name, io.BytesIO(data), len(data))
    writer.close(manifest(**changed))
    return out.getvalue()


def sealed(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    """An archive of any members, whose seal is right."""
    body = b"".join(
        info.tobuf(tarfile.PAX_FORMAT) + data + bytes(-len(data) % tarfile.BLOCKSIZE)
        for info, data in members
    )
    return body + archive.seal(hashlib.sha256(body).hexdigest())


def member(name: str, **changed) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    for attribute, value in changed.items():
        setattr(info, attribute, value)
    return info


def read(data: bytes) -> tuple[Manifest, dict[str, bytes]]:
    found = {}

    def take(name, source):
        found[name] = source.read()

    return archive.read(io.BytesIO(data), take), found


def test_what_was_written_is_read():
    found, contents = read(written())

    assert contents == CONTENTS
    assert found.tables == {"forum.event": {"rows": 2, "last_key": 7}}
    assert (found.rows, found.files, found.size) == (2, 2, 704)
    assert found.members["files/empty"].sha256 == hashlib.sha256(b"").hexdigest()


def test_any_tar_reads_it():
    with tarfile.open(fileobj=io.BytesIO(written())) as tar:
        assert tar.getnames() == [*CONTENTS, "manifest.json", "SHA256"]


def test_its_seal_is_the_checksum_of_all_before_it():
    data = written()
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        at = tar.getmember("SHA256").offset
        said = tar.extractfile("SHA256").read().decode()

    assert said == hashlib.sha256(data[:at]).hexdigest()


def test_no_byte_can_change():
    data = written()
    for place in range(0, len(data), 3):
        damaged = bytearray(data)
        damaged[place] ^= 1 << place % 8
        with pytest.raises(BackupError):
            read(bytes(damaged))


def test_nothing_can_be_cut_off_or_added():
    data = written()
    for length in range(0, len(data), 101):
        with pytest.raises(BackupError):
            read(data[:length])
    for more in (b"\0", b"x", bytes(512)):
        with pytest.raises(BackupError):
            read(data + more)


@pytest.mark.parametrize("data", [b"", b"no archive", bytes(10_240)])
def test_another_file_is_no_archive(data):
    with pytest.raises(BackupError, match="damaged or not one of Entente's"):
        read(data)


@pytest.mark.parametrize(
    "name",
    [
        *("../x", "files/../../x", "/etc/passwd", "files//etc/passwd", "files/./x", "files/"),
        *("files", "files/a/", "else/x", "database/other", "files/.restoring/x"),
    ],
)
def test_no_member_leads_out_of_its_place(name):
    with pytest.raises(BackupError):
        read(written({name: b"x"}))


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE]
)
def test_no_member_is_anything_but_a_file(kind):
    evil = member("files/x", type=kind, linkname="/etc/passwd")

    with pytest.raises(BackupError, match="holds what it must not: 'files/x'"):
        read(sealed((evil, b"")))


def test_no_member_has_holes_that_grow():
    holes = {"GNU.sparse.major": "0", "GNU.sparse.size": str(1 << 50), "GNU.sparse.map": "0,0"}

    with pytest.raises(BackupError):
        read(sealed((member("files/x", pax_headers=holes), b"")))


def test_a_claimed_size_reserves_nothing():
    with pytest.raises(BackupError, match="damaged"):
        read(sealed((member("files/x", size=1 << 60), b"x")))


def test_no_member_comes_twice():
    twice = member("files/x", size=1)

    with pytest.raises(BackupError, match="holds what it must not"):
        read(sealed((twice, b"x"), (twice, b"y")))


def test_a_missing_member_is_noticed():
    whole = manifest(members={"files/x": archive.Member(1, "0")}).to_json()

    with pytest.raises(BackupError, match="files/x is not what its manifest says"):
        read(sealed((member("manifest.json", size=len(whole)), whole)))


@pytest.mark.parametrize("text", [b"", b"{}", b"[]", b'{"format": 1}', b'{"format": "1"}', b"\xff"])
def test_a_manifest_that_cannot_be_read_is_a_sentence(text):
    with pytest.raises(BackupError, match="its manifest cannot be read"):
        read(sealed((member("manifest.json", size=len(text)), text)))


def test_a_newer_format_is_refused():
    with pytest.raises(BackupError, match="has format 2, and this version of Entente reads 1"):
        read(written(format=2))


def test_a_file_that_becomes_shorter_is_no_member():
    with pytest.raises(BackupError, match="became shorter"):
        Writer(io.BytesIO()).add("files/x", io.BytesIO(b"x"), 2)
