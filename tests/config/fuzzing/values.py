"""What attackers, broken programs and tired people type."""

from random import Random

from tests.factories import pdf_file, picture_file
from tests.forum.uploads.files import archive, docx, lying_archive, png, xlsx

TEXTS = (
    *("", " ", "\t\n", "0", "-1", "1", "on", "true", "null", "None", "[]", "{}", "[[", '{"a":'),
    *("9" * 19, "9" * 40, "-9" * 30, "1e400", "NaN", "Infinity", "0x1F", "1_000", "٣", "²", "½"),
    *("2025-02-30", "99999-01-01", "0000-00-00", "29.02.2025", "31.12.9999", "0001-01-01", "24:00"),
    *("2025", "13.2025", "99:99", "2025-01-01T00:00:00+99:99", "12:00:00.0000000001"),
    *("a\x00b", "\x00", "\x7f\x1b[2J", "\r\nX-Evil: 1", "\u2028", "\ufeff", "\ufffe", "\U0010ffff"),
    *(
        "\ud800",
        "\udfff\ud800",
        "a\u0300" * 60,
        "رە\u202eۆ",
        "🤝🏽" * 40,
        "ﷺ" * 300,
        "ß" * 300,
        "İı",
    ),
    *(
        "'",
        '"',
        "`",
        "\\",
        "%",
        "%_%",
        "%00",
        "%s%n",
        "' OR 1=1 --",
        "a AND b OR NEAR(c) *",
        "\"'`)(",
    ),
    *(
        "{{ x }}{% y %}",
        "${7*7}",
        "<script>alert(1)</script>",
        "<!--",
        "javascript:alert(1)",
        "#evil()",
    ),
    *(
        "../../etc/passwd",
        "..\\..\\a",
        "/",
        "//evil.example",
        "http://[",
        "http://a:99999999",
        "\\\\a",
    ),
    *(
        "mailto:a@",
        "a@b",
        "@",
        "https://" + "a" * 3000,
        "x" * 256,
        "x" * 1001,
        "ж" * 5000,
        "a " * 9000,
    ),
    *(
        "(a+)+$",
        "[",
        "*",
        "?",
        "(",
        "a;b,c|d\te",
        "=1+1",
        "-",
        "--",
        "__all__",
        "id",
        "pk",
        "__class__",
    ),
    *(
        "?next=",
        "en-",
        "xx-XXXXXXXX-xxx",
        "zzzzzzzzzzzzzzzzzzzz",
        "Mars/Olympus",
        "KZ",
        "ZZ",
        "Q0",
        "Q1",
    ),
    *(
        ",",
        ", ,",
        ",".join("123456789" * 50),
        "1,2,x",
        "1:abc:def",
        "kk, ru",
        "a\nb\nc",
        "1.000.000,5",
    ),
)
RANGES = ((0, 0x20), (0x20, 0x7F), (0x80, 0x24F), (0x400, 0x4FF), (0x600, 0x6FF), (0x2000, 0x206F))
RANGES += ((0xD800, 0xDFFF), (0xFE00, 0xFFFF), (0x1F300, 0x1F6FF), (0xE0000, 0xE007F))
NAMES = (
    "a.pdf",
    "a.png",
    "a.txt",
    "a.csv",
    "a.docx",
    "a.html",
    "../../a.png",
    "a\x00.png",
    "",
    ".",
)
NAMES += ("x" * 300 + ".pdf", "Құпия.PDF", 'a".png', "a.json", "a.xlsx", "a\r\nb.txt", "\udfff.png")


def text(random: Random, usual: str = "") -> str:
    """A hostile text, sometimes made of what is usual in its place."""
    way = random.randrange(8)
    if way == 0:
        return "".join(_letter(random) for _ in range(random.choice((1, 3, 20, 400))))
    if way == 1 and usual:
        place = random.randrange(len(usual) + 1)
        return usual[:place] + random.choice(TEXTS) + usual[place + random.randrange(3) :]
    if way == 2 and usual:
        return usual * random.choice((2, 30))
    return random.choice(TEXTS)


def _letter(random: Random) -> str:
    return chr(random.randint(*random.choice(RANGES)))


def files() -> list[bytes]:
    """Contents of files: real, damaged, dangerous, and of another kind than their name says."""
    pdf, sheet, picture = pdf_file().read(), xlsx(), picture_file("a.jpg").read()
    return [
        *(
            b"",
            b"\x00",
            b"text",
            b"a;b\n1;2",
            b"caf\xe9",
            "Имя\tСтрана".encode("utf-16"),
            b"[" * 9999,
        ),
        *(b'[{"name": {"name": []}}]', b'{"a": 1', b"<svg onload=alert(1)>", b"<!doctype html>"),
        *(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><schedule>&b;</schedule>',),
        *(
            pdf,
            pdf[: len(pdf) // 2],
            pdf.replace(b"obj", b"jbo"),
            b"%PDF-1.7",
            b"%PDF-" + b"<<" * 9999,
        ),
        *(
            picture,
            picture[:200],
            picture_file("a.gif").read(),
            png(60_000, 60_000),
            png(9, 9, b"x"),
        ),
        *(docx(), lying_archive(10**7), archive({"xl/workbook.xml": b"<"}), sheet, sheet[:-99]),
        *(sheet.replace(b"PK\x01\x02", b"PK\x01\x03"), b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 400),
    ]
