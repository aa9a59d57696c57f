"""Lists of institutions: doubles are proposed, none is merged, and only an identifier decides."""

import pytest
from django.urls import reverse

from delegations.models import Institution
from tests.factories import make_institution
from tests.intakes import bring, fields, look, question, send, states

pytestmark = pytest.mark.django_db

LIST = """Name\tCountry\tCity\tWebsite\tROR\tOther names
Sample University\tEstonia\tTartu\tsample.example.org\t0443cwa12\tProovi ülikool; SU
Ministry of Samples\tKZ\tAstana\t\t\t"""


def test_new_institutions_come_with_all_that_a_row_says(staff_client):
    intake, table = bring(staff_client, "institutions", LIST)
    assert states(table) == ["new", "new"]
    send(staff_client, intake, table, "save")

    university, ministry = Institution.objects.order_by("pk")
    assert (university.name_en, university.country, university.city_en) == (
        "Sample University",
        "EE",
        "Tartu",
    )
    assert university.website == "https://sample.example.org"
    assert (university.slug, university.ror_id) == ("sample-university", "0443cwa12")
    names = university.names.values_list("text", "kind")
    assert {*names} == {("Proovi ülikool", "alias"), ("SU", "acronym")}
    assert (ministry.kind, ministry.is_published) == ("ministry", False)


def test_an_identifier_alone_decides(staff_client):
    known = make_institution(name_en="Quite Another Name", ror_id="0443cwa12", country="EE")

    intake, table = bring(staff_client, "institutions", LIST)

    assert states(table) == ["changed", "new"]
    changes = {each.label: each.after for each in table.context["grid"].rows[0].differences}
    assert changes == {"city [en]": "Tartu", "website": "https://sample.example.org"}
    send(staff_client, intake, table, "save")
    known.refresh_from_db()
    assert (known.name_en, known.city_en) == ("Quite Another Name", "Tartu")
    assert Institution.objects.count() == 2


def test_a_name_in_another_country_is_another_institution(staff_client):
    make_institution(name_en="Sample University", country="LV")

    _intake, table = bring(staff_client, "institutions", LIST)

    assert states(table) == ["new", "new"]


def test_a_similar_name_is_a_question(staff_client):
    make_institution(name_en="The Sampel University of Tartu", country="EE")
    text = "Name\tCountry\nThe Sample University of Tartu\tEstonia"

    _intake, table = bring(staff_client, "institutions", text)

    assert states(table) == ["doubtful"]
    assert question(table, 0, "name").options[0].why == "similar name"


def test_two_rows_with_one_identifier_never_become_two_institutions(staff_client):
    text = f"{LIST}\nSample Univ.\tEstonia\t\t\thttps://ror.org/0443cwa12\t"
    intake, table = bring(staff_client, "institutions", text)
    assert states(table) == ["new", "new", "doubtful"]
    assert [each.value for each in question(table, 2, "name").options] == ["row"]

    send(staff_client, intake, table, "save", takes_doubtful="on")

    assert Institution.objects.count() == 2


def test_two_rows_with_one_name_are_a_question(staff_client):
    text = "Name\tCountry\nSample Academy\tEE\nSample Academy\tEstonia\nSample Academy\tLV"
    intake, table = bring(staff_client, "institutions", text)
    assert states(table) == ["new", "doubtful", "new"]

    asked = question(table, 1, "name")
    table = send(staff_client, intake, table, **{asked.name: "row"})

    assert states(table) == ["new", "left_out", "new"]
    out = f"{table.context['grid'].rows[1].prefix}~out"
    address = reverse("admin:intake_one", args=[intake.pk])
    staff_client.post(address, {name: each for name, each in fields(table).items() if name != out})
    assert states(look(staff_client, intake)) == ["new", "doubtful", "new"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("X\tAtlantis", "“Atlantis” is no country that is known here."),
        ("X\tEE\t12", "A ROR id looks like 0443cwa12."),
        ("\tEE", "Give the name of the institution."),
    ],
)
def test_what_cannot_be_read_is_a_sentence_at_its_cell(staff_client, row, sentence):
    _intake, table = bring(staff_client, "institutions", f"Name\tCountry\tROR\n{row}")

    assert states(table) == ["refused"]
    assert table.context["grid"].errors[0][2] == sentence


def test_a_list_of_universities_and_their_domains_is_read_as_it_is(staff_client):
    text = """[{"name": "Sample University", "domains": ["sample.example.org"],
      "web_pages": ["https://sample.example.org/"], "alpha_two_code": "EE"}]"""

    intake, table = bring(staff_client, "institutions", text)
    send(staff_client, intake, table, "save")

    university = Institution.objects.get()
    assert (university.domains, university.kind) == ("sample.example.org", "university")
    _intake, table = bring(staff_client, "institutions", text)
    assert states(table) == ["same"]


def test_what_a_register_withdrew_is_refused_until_staff_say_otherwise(staff_client):
    text = "Name\tStatus\nSample University\tactive\nGone University\twithdrawn"
    _intake, table = bring(staff_client, "institutions", text)
    assert states(table) == ["new", "refused"]
    assert "withdrew this record" in table.context["grid"].errors[0][2]
