import io

import pytest

from config.backup.encryption import CHUNK, MAGIC, TAG, Encrypting, opened
from config.backup.errors import BackupError

pytestmark = pytest.mark.slow

PASSPHRASE = "correct horse battery staple"


def encrypted(*pieces: bytes) -> bytes:
    out = io.BytesIO()
    stream = Encrypting(out, PASSPHRASE)
    for piece in pieces:
        stream.write(piece)
    stream.close()
    return out.getvalue()


@pytest.fixture
def decrypted(tmp_path):
    def decrypted(data: bytes, passphrase: str | None = PASSPHRASE) -> bytes:
        path = tmp_path / "archive"
        path.write_bytes(data)
        with opened(path, passphrase) as source:
            return b"".join(iter(lambda: source.read(1000), b""))

    return decrypted


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_was_encrypted_is_read(size, decrypted):
    data = (bytes(range(256)) * (size // 256 + 1))[:size]

    assert decrypted(encrypted(data[: size // 2], data[size // 2 :])) == data


def test_nothing_of_it_can_be_read_in_the_file():
    assert b"secret" not in encrypted(b"secret" * 100)


def test_the_same_is_never_encrypted_alike():
    assert encrypted(b"x") != encrypted(b"x")


def test_another_passphrase_is_refused(decrypted):
    with pytest.raises(BackupError, match="the passphrase is another, or it is damaged"):
        decrypted(encrypted(b"x"), "another passphrase")


def test_without_a_passphrase_it_says_what_to_do(decrypted):
    with pytest.raises(BackupError, match="BACKUP_PASSPHRASE_FILE"):
        decrypted(encrypted(b"x"), None)


def test_no_chunk_can_be_changed_moved_left_out_or_cut_off(decrypted):
    whole, chunk = encrypted(bytes(CHUNK), b"x" * CHUNK, b"y"), CHUNK + TAG
    start = len(MAGIC) + 16
    header, first, second, last = (
        *(whole[:start], whole[start : start + chunk]),
        *(whole[start + chunk : start + 2 * chunk], whole[start + 2 * chunk :]),
    )
    for damaged in (
        header + second + first + last,
        header + first + last,
        header + first + second,
        header + first,
        header,
        whole[:-1],
        whole + b"x",
        whole[: start - 1] + bytes([whole[start - 1] ^ 1]) + whole[start:],
        header + first[:-1] + bytes([first[-1] ^ 1]) + second + last,
    ):
        with pytest.raises(BackupError):
            decrypted(damaged)


def test_what_is_not_encrypted_is_read_as_it_is(decrypted):
    assert decrypted(b"plain", None) == b"plain"
