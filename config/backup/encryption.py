"""An encrypted archive: AES-256-GCM in chunks, under a key that scrypt makes of a passphrase.

The file begins with a line that names the form and with 16 random bytes, the salt. Each chunk of
64 KiB is sealed on its own: its nonce is its number and whether it is the last, so that none can be
changed, moved, left out or cut off. The key is of this file alone, so that no nonce comes twice.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from config.backup.errors import BackupError

MAGIC = b"entente-backup-encrypted-1\n"
SALT = 16
CHUNK = 1 << 16
TAG = 16


def _cipher(passphrase: str, salt: bytes) -> AESGCM:
    # 64 MB and a fraction of a second for each guess.
    return AESGCM(Scrypt(salt=salt, length=32, n=2**16, r=8, p=1).derive(passphrase.encode()))


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


class Encrypting:
    """Write through it, then close it; the file below stays open."""

    def __init__(self, out: BinaryIO, passphrase: str):
        salt = os.urandom(SALT)
        self._out, self._cipher = out, _cipher(passphrase, salt)
        self._header = MAGIC + salt
        self._pending, self._number = bytearray(), 0
        out.write(self._header)

    def write(self, data: bytes) -> None:
        self._pending += data
        # The last chunk is known only at the end: one is always kept.
        while len(self._pending) > CHUNK:
            self._seal(bytes(self._pending[:CHUNK]), is_last=False)
            del self._pending[:CHUNK]

    def close(self) -> None:
        self._seal(bytes(self._pending), is_last=True)

    def _seal(self, chunk: bytes, *, is_last: bool) -> None:
        nonce = _nonce(self._number, is_last=is_last)
        self._out.write(self._cipher.encrypt(nonce, chunk, self._header))
        self._number += 1


class Decrypting:
    """Read the archive within; the source stands after MAGIC.

    Raises BackupError at the first chunk that is not what was written under this passphrase.
    """

    def __init__(self, source: BinaryIO, passphrase: str):
        salt = source.read(SALT)
        self._source, self._cipher = source, _cipher(passphrase, salt)
        self._header = MAGIC + salt
        self._next = source.read(CHUNK + TAG)
        self._plain, self._number, self._is_over = b"", 0, False

    def read(self, size: int) -> bytes:
        while len(self._plain) < size and not self._is_over:
            self._plain += self._open()
        data, self._plain = self._plain[:size], self._plain[size:]
        return data

    def _open(self) -> bytes:
        chunk, self._next = self._next, self._source.read(CHUNK + TAG)
        self._is_over = not self._next
        nonce = _nonce(self._number, is_last=self._is_over)
        self._number += 1
        try:
            return self._cipher.decrypt(nonce, chunk, self._header)
        except (InvalidTag, ValueError) as error:
            raise BackupError(
                "The archive cannot be decrypted: the passphrase is another, or it is damaged."
            ) from error


@contextmanager
def opened(path: Path, passphrase: str | None) -> Iterator[BinaryIO]:
    """Read an archive, decrypted if it is encrypted; raises BackupError without a passphrase."""
    with path.open("rb") as source:
        if source.read(len(MAGIC)) != MAGIC:
            source.seek(0)
            yield source
        elif passphrase:
            yield Decrypting(source, passphrase)  # type: ignore[misc]
        else:
            raise BackupError(
                "The archive is encrypted: name the file with its passphrase in"
                " BACKUP_PASSPHRASE_FILE."
            )
