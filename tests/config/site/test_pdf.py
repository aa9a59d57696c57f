import datetime as dt
import re

import pytest
from pypdf.generic import ContentStream

from tests.factories import (
    make_agreement,
    make_event,
    make_institution,
    make_official,
    make_party,
    make_session,
    make_signatory,
    make_speaker,
)
from tests.reading import pdf_of, words_of

pytestmark = pytest.mark.django_db
BOX = "\u25a1"
ALPHABETS = "Әғқңөұүһі Ёжщъ Õäöüšž Rector"


def fonts_of(pdf) -> set[str]:
    """The names of the fonts that a PDF brings along."""
    fonts = (page["/Resources"]["/Font"].values() for page in pdf.pages)
    return {font.get_object()["/BaseFont"] for each in fonts for font in each}


def drawn(pdf) -> str:
    """What is drawn, glyph by glyph from left to right; BOX for one that no font has."""
    text = ""
    for page in pdf.pages:
        fonts, letters = page["/Resources"]["/Font"], {}
        for operands, operator in ContentStream(page.get_contents(), pdf).operations:
            if operator == b"Tf":
                letters = letters_of(fonts[operands[0]])
            for each in operands[0] if operator == b"TJ" else ():
                glyphs = getattr(each, "original_bytes", b"").hex()
                numbers = [int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4)]
                text += "".join(letters.get(n, "") if n else BOX for n in numbers)
    return text


def letters_of(font) -> dict[int, str]:
    """What each glyph of a font stands for, by its number."""
    table = font["/ToUnicode"].get_data().decode()
    pairs = re.findall(r"^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$", table, flags=re.MULTILINE)
    return {int(glyph, 16): bytes.fromhex(text).decode("utf-16-be") for glyph, text in pairs}


@pytest.fixture
def paths():
    event = make_event(title_en=ALPHABETS, slug="forum")
    session = make_session(
        event=event, day=event.starts_on, starts_at=dt.time(10), title_en="Lecture"
    )
    make_speaker(session=session, official=make_official(name_en="Speaker"), mode="video")
    make_session(event=event, title_en="Internal", visibility="internal")
    agreement = make_agreement(title_en=ALPHABETS, slug="memorandum")
    make_party(
        agreement=agreement, institution=make_institution(name_en="University", country="EE")
    )
    make_signatory(
        agreement=agreement, official=make_official(name_en="Signatory"), office_en="Rector"
    )
    make_signatory(
        agreement=agreement,
        official=make_official(name_en="Hidden", is_published=False),
        role="witnesses",
    )
    return {
        "programme": "/events/forum/programme/programme.pdf",
        "agreement": "/agreements/memorandum/record.pdf",
    }


@pytest.mark.parametrize("which", ["programme", "agreement"])
@pytest.mark.parametrize("language", ["", "/kk", "/ru", "/et"])
def test_a_pdf_is_tagged_and_says_its_language_and_title(client, paths, which, language):
    pdf = pdf_of(client.get(language + paths[which]))

    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == (language.strip("/") or "en")
    assert "/StructTreeRoot" in root
    assert pdf.metadata.title == ALPHABETS
    assert ALPHABETS in words_of(pdf)


def test_the_programme_says_what_the_page_says(client, paths):
    said = words_of(pdf_of(client.get(paths["programme"])))

    assert "10:00" in said
    assert "Lecture" in said
    assert "Speaker, Rector (by video link)" in said
    assert "Internal" not in said


def test_the_record_names_parties_and_signatories_as_visitors_may_know_them(client, paths):
    said = words_of(pdf_of(client.get(paths["agreement"])))

    assert "University, Estonia" in said
    assert "Signatory, Rector" in said
    assert "In the presence of" in said
    assert "Hidden" not in said


def test_markup_in_a_text_stays_text(client):
    make_event(title_en='#read("/etc/passwd") *b* $1$ <b>', slug="odd")

    assert '#read("/etc/passwd") *b* $1$ <b>' in words_of(
        pdf_of(client.get("/events/odd/programme/programme.pdf"))
    )


@pytest.mark.parametrize(
    ("name", "font"),
    [
        pytest.param("北京大学", "NotoSansCJKsc", id="Chinese"),
        pytest.param("東京大学ひらがなカタカナ", "NotoSansCJKsc", id="Japanese"),
        pytest.param("서울대학교", "NotoSansCJKsc", id="Korean"),
        pytest.param("จุฬาลงกรณ์มหาวิทยาลัย", "NotoSansThai", id="Thai"),
        pytest.param("جامعة القاهرة", "NotoSansArabic", id="Arabic"),
        pytest.param("קמפוס", "LibertinusSerif", id="Hebrew"),
        pytest.param("უნივერსიტეტი", "NotoSansGeorgian", id="Georgian"),
        pytest.param("համալսարան", "NotoSansArmenian", id="Armenian"),
        pytest.param("₸ →", "", id="the sign of the tenge"),
    ],
)
def test_a_name_in_any_script_is_printed_in_letters(client, name, font):
    make_event(title_en=f"Forum {name} (2030)", slug="forum")

    response = client.get("/events/forum/programme/programme.pdf")

    pdf = pdf_of(response)
    assert any(font in each for each in fonts_of(pdf))
    assert set(name) <= set(words_of(pdf))
    assert BOX not in drawn(pdf)
    # Without a letter that no font has it needs no exception from the rules of accessibility.
    assert b"pdfuaid:part" in response.content


def test_what_is_written_from_the_right_is_printed_from_the_right(client):
    make_event(title_en="Forum אב (2030)", slug="forum")

    text = drawn(pdf_of(client.get("/events/forum/programme/programme.pdf")))

    assert "Forum " in text
    assert "בא" in text


def test_a_letter_that_no_font_has_spoils_no_document(client):
    make_event(title_en="Forum 𓀀 \x1b", slug="odd")

    pdf = pdf_of(client.get("/events/odd/programme/programme.pdf"))

    assert "Forum" in words_of(pdf)
    assert BOX in drawn(pdf)


def test_a_long_item_is_printed_whole(client):
    event = make_event(slug="long")
    session = make_session(event=event, title_en="Section")
    for number in range(80):
        make_session(event=event, parent=session, title_en=f"Talk number {number}")

    said = words_of(pdf_of(client.get("/events/long/programme/programme.pdf")))

    assert all(f"Talk number {number}" in said for number in range(80))


def test_what_is_not_published_has_no_pdf(client):
    make_event(slug="hidden", is_published=False)
    make_agreement(slug="hidden", is_published=False)

    for path in ("/events/hidden/programme/programme.pdf", "/agreements/hidden/record.pdf"):
        assert client.get(path).status_code == 404
