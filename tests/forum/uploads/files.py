"""Files of all kinds, real and otherwise, as staff and attackers bring them."""

import struct
import zipfile
import zlib
from io import BytesIO

from xlsxwriter import Workbook

TYPES = "[Content_Types].xml"
ODT = b"application/vnd.oasis.opendocument.text"


def archive(parts: dict[str, bytes], compression=zipfile.ZIP_DEFLATED) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", compression) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return content.getvalue()


def docx(**parts: bytes) -> bytes:
    """The least that is a document of Word, with these parts beside."""
    usual = {TYPES: b"<Types/>", "word/document.xml": b"<document/>"}
    return archive(usual | parts)


def odt(**parts: bytes) -> bytes:
    return archive({"mimetype": ODT, "content.xml": b"<document/>"} | parts)


def xlsx() -> bytes:
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.add_worksheet().write_row(0, 0, ["Name", "Country"])
    return content.getvalue()


def lying_archive(size: int) -> bytes:
    """A document whose one part says that it is small and unpacks to so many bytes."""
    packed = docx(**{"word/media.bin": b"0" * size})
    for head, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = 0
        while (at := packed.find(head, at)) >= 0:
            said = struct.unpack_from("<I", packed, at + place)[0]
            if said == size:
                packed = packed[: at + place] + struct.pack("<I", 10) + packed[at + place + 4 :]
            at += 4
    return packed


def png(width: int, height: int, pixels: bytes = b"") -> bytes:
    """A picture whose head says so many pixels, whatever follows."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
