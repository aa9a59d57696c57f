"""The archive: a tar file whose last member seals all bytes before it.

Members are written one after another: the database, the files, `manifest.json` with the size and
SHA-256 of each, and `SHA256`, the checksum of everything before that member. What follows from that
checksum is exactly the end of the file: no byte can change, go or be added unnoticed.
"""

import hashlib
import json
import tarfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Self

from config.backup.errors import BackupError

FORMAT = 1
MANIFEST = "manifest.json"
SEAL = "SHA256"
ROWS = "database/rows.jsonl.gz"
NATIVE = "database/native"
FILES = "files/"
CHUNK = 1 << 20
# A manifest has some 150 bytes a file: nobody has a million of them.
LARGEST_MANIFEST = 1 << 28
DAMAGED = "The archive is damaged or not one of Entente's"


def _header(name: str, size: int) -> bytes:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info.tobuf(tarfile.PAX_FORMAT)


def _padding(size: int) -> bytes:
    return bytes(-size % tarfile.BLOCKSIZE)


def seal(digest: str) -> bytes:
    """The end of an archive, which follows from the checksum of all before it."""
    text = digest.encode()
    ending = bytes(2 * tarfile.BLOCKSIZE)
    return _header(SEAL, len(text)) + text + _padding(len(text)) + ending


SEAL_SIZE = len(seal("0" * 64))


@dataclass(frozen=True)
class Member:
    size: int
    sha256: str


@dataclass(kw_only=True)
class Manifest:
    """What an archive holds, and of which state."""

    application: str
    # When the state was true: ISO 8601, in UTC.
    made_at: str
    # The vendor of the database: sqlite or postgresql.
    engine: str
    migrations: list[list[str]]
    format: int = FORMAT
    # Of each table, by the label of its model: the number of rows and the last key ever given.
    tables: dict[str, dict[str, int]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    # Files that rows name and that were not there.
    missing: list[str] = field(default_factory=list)
    members: dict[str, Member] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return sum(table["rows"] for table in self.tables.values())

    @property
    def files(self) -> int:
        return sum(name.startswith(FILES) for name in self.members)

    @property
    def size(self) -> int:
        """The bytes of all members."""
        return sum(member.size for member in self.members.values())

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        """Raises BackupError if it is of a newer format or cannot be read."""
        try:
            values = json.loads(text)
            newer = values["format"] > FORMAT
            if not newer:
                values["members"] = {k: Member(**v) for k, v in values["members"].items()}
                return cls(**values)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BackupError(f"{DAMAGED}: its manifest cannot be read.") from error
        raise BackupError(
            f"The archive has format {values['format']}, and this version of Entente reads"
            f" {FORMAT}: install a newer version first."
        )


class Writer:
    """Writes the members of an archive one after another, and closes it with its seal."""

    def __init__(self, out: BinaryIO):
        self._out = out
        self._digest = hashlib.sha256()
        self.members: dict[str, Member] = {}

    def _write(self, data: bytes) -> None:
        self._digest.update(data)
        self._out.write(data)

    def add(self, name: str, source: BinaryIO, size: int) -> None:
        """Write `size` bytes of the source; raises BackupError if it has fewer."""
        digest = hashlib.sha256()
        self._write(_header(name, size))
        for chunk in _chunks(source, size):
            digest.update(chunk)
            self._write(chunk)
        self._write(_padding(size))
        self.members[name] = Member(size, digest.hexdigest())

    def close(self, manifest: Manifest) -> None:
        manifest.members = self.members
        text = manifest.to_json()
        self._write(_header(MANIFEST, len(text)) + text + _padding(len(text)))
        self._out.write(seal(self._digest.hexdigest()))


def _chunks(source: BinaryIO, size: int) -> Iterator[bytes]:
    while size:
        chunk = source.read(min(CHUNK, size))
        if not chunk:
            raise BackupError("A file became shorter while it was copied.")
        size -= len(chunk)
        yield chunk


class _Sealed:
    """A stream that keeps back the seal at its end, and compares it with what was read."""

    def __init__(self, source: BinaryIO):
        self._source = source
        self._digest = hashlib.sha256()
        self._ahead = b""

    def read(self, size: int) -> bytes:
        missing = size + SEAL_SIZE - len(self._ahead)
        while missing > 0 and (more := self._source.read(missing)):
            self._ahead += more
            missing -= len(more)
        size = max(0, min(size, len(self._ahead) - SEAL_SIZE))
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        self._digest.update(data)
        return data

    def is_intact(self) -> bool:
        while self.read(CHUNK):
            pass
        return self._ahead == seal(self._digest.hexdigest())


def is_safe(name: str) -> bool:
    """Whether a member may have this name: one of ours, or a file below the folder of uploads."""
    if name in (ROWS, NATIVE):
        return True
    path = PurePosixPath(name)
    return (
        name.startswith(FILES)
        and str(path) == name
        and not {"..", "."}.intersection(path.parts)
        and "\0" not in name
        # What is being restored lies there, in folders whose names begin with a dot.
        and len(path.parts) > 1
        and not path.parts[1].startswith(".")
    )


Take = Callable[[str, BinaryIO], None]


def read(source: BinaryIO, take: Take | None = None) -> Manifest:
    """Read a whole archive, and hand each member to `take`; the manifest if all is intact.

    Raises BackupError if it is damaged or holds what it must not. What `take` was given before
    that must not be used.
    """
    sealed = _Sealed(source)
    try:
        with tarfile.open(fileobj=sealed, mode="r|", bufsize=CHUNK) as tar:  # type: ignore[call-overload]
            manifest, members = _read_members(tar, take)
    except (tarfile.TarError, UnicodeError, OverflowError, ValueError) as error:
        raise BackupError(f"{DAMAGED}: {error}.") from error
    if not sealed.is_intact():
        raise BackupError(f"{DAMAGED}: its checksum is not that of its contents.")
    if manifest is None:
        raise BackupError(f"{DAMAGED}: it has no manifest.")
    if wrong := _differing(manifest.members, members):
        raise BackupError(f"{DAMAGED}: {wrong} is not what its manifest says.")
    return manifest


def _read_members(
    tar: tarfile.TarFile, take: Take | None
) -> tuple[Manifest | None, dict[str, Member]]:
    members: dict[str, Member] = {}
    for info in tar:
        # No links, devices or files with holes: those would grow beyond what was verified.
        is_plain = info.isreg() and info.sparse is None
        source: Any = tar.extractfile(info) if is_plain else None
        if info.name == MANIFEST and source and info.size <= LARGEST_MANIFEST:
            return Manifest.from_json(source.read()), members
        if source is None or not is_safe(info.name) or info.name in members:
            raise BackupError(f"The archive holds what it must not: {info.name!r}.")
        measured = _Measured(source)
        if take:
            take(info.name, measured)  # type: ignore[arg-type]
        members[info.name] = measured.member()
    return None, members


def _differing(said: dict[str, Member], found: dict[str, Member]) -> str | None:
    names: Iterable[str] = sorted({*said, *found})
    return next((name for name in names if said.get(name) != found.get(name)), None)


class _Measured:
    """A member whose size and checksum are known once it is read to its end."""

    def __init__(self, source: BinaryIO):
        self._source = source
        self._digest = hashlib.sha256()
        self._size = 0

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self._digest.update(data)
        self._size += len(data)
        return data

    def member(self) -> Member:
        while self.read(CHUNK):
            pass
        return Member(self._size, self._digest.hexdigest())
