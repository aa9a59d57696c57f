"""An institution of several kinds: a foundation that runs a university, an academy that teaches."""

import pytest
from django.core.exceptions import ValidationError

from delegations.doubles.merging import merge
from delegations.models import FurtherKind
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, send_form
from tests.factories import make_further_kind, make_institution
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def founder():
    institution = make_institution(name_en="Founder of the University", kind="foundation")
    make_further_kind(institution=institution, kind="university")
    return institution


def test_its_page_and_the_list_name_every_kind(client, founder):
    assert "Foundation · university" in read(client.get(founder.get_absolute_url()))
    assert "Foundation · university" in read(client.get("/institutions/"))


@pytest.mark.parametrize("kind", ["foundation", "university"])
def test_it_is_found_by_each(client, founder, kind):
    make_institution(name_en="Company", kind="company")

    page = read(client.get("/institutions/", {"kind": kind}))

    assert founder.name_en in page
    assert "Company" not in page.partition("Founder")[2]


def test_each_choice_counts_whom_it_leaves(client, founder):
    make_institution(kind="university")
    # Recorded before the main kind became the same.
    make_further_kind(institution=make_institution(kind="company"), kind="company")

    groups = client.get("/institutions/").context["filters"].groups

    kinds = next(group for group in groups if group.label == "Kind")
    counts = {choice.label: choice.count for choice in kinds.choices}
    assert counts == {"University": 2, "Foundation": 1, "Company": 1}


def test_staff_narrow_their_list_by_every_kind(staff_client, founder):
    url = admin_url(type(founder), "changelist")

    assert founder.name_en in staff_client.get(url, {"kind": "university"}).text
    assert founder.name_en not in staff_client.get(url, {"kind": "company"}).text


def test_the_main_kind_is_no_further_one(founder):
    again = FurtherKind(institution=founder, kind="foundation")

    with pytest.raises(ValidationError, match="its main kind"):
        again.full_clean()


def test_staff_read_that_a_kind_is_recorded_twice(staff_client, founder):
    url = admin_url(founder, "change")
    data = add_row(form_data(open_form(staff_client, url)), "further_kinds", kind="university")

    said = errors_of(send_form(staff_client, url, data))

    assert "duplicate" in said


def test_a_merge_keeps_each_kind_once(founder):
    duplicate = make_institution(kind="foundation")
    for kind in ("university", "academy"):
        make_further_kind(institution=duplicate, kind=kind)

    merge(keep=founder, duplicate=duplicate)

    kinds = founder.further_kinds.values_list("kind", flat=True)
    assert sorted(kinds) == ["academy", "university"]
