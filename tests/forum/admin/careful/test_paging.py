"""Many rows of a record stand in pages, and are found by words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.models import Signatory
from delegations.models import Member
from tests.admin_forms import add_row, admin_url, form_data, open_form
from tests.factories import make_agreement, make_delegation, make_event, make_official

pytestmark = pytest.mark.django_db

ROW = {"function": "member", "accreditation": "pending", "office_en": "Dean"}


@pytest.fixture
def delegation():
    """A delegation of 45 members, of whom one is called Ülle."""
    delegation = make_delegation()
    Member.objects.bulk_create(
        Member(delegation=delegation, office_en=f"Office {number}", position=number)
        for number in range(44)
    )
    person = make_official(name_et="Ülle Kask")
    Member.objects.create(delegation=delegation, official=person, position=44)
    return delegation


def shown(client, url) -> list[str]:
    [rows, *_others] = open_form(client, url).context_data["inline_admin_formsets"]
    return [form.instance.office_en for form in rows.formset.forms]


def test_a_page_has_ten_rows(staff_client, delegation):
    url = admin_url(delegation, "change")

    assert shown(staff_client, url) == [f"Office {number}" for number in range(10)]
    assert shown(staff_client, f"{url}?members-page=2")[0] == "Office 10"
    assert len(shown(staff_client, f"{url}?members-page=5")) == 5


@pytest.mark.parametrize("page", ["0", "99", "x", "-1", "9" * 30, ""])
def test_any_page_can_be_asked_for(staff_client, delegation, page):
    assert shown(staff_client, f"{admin_url(delegation, 'change')}?members-page={page}")


def test_its_pages_have_links_that_keep_the_rest_of_the_address(staff_client, delegation):
    page = staff_client.get(
        f"{admin_url(delegation, 'change')}?next=%2Fevents%2F&members-page=2"
    ).text

    assert 'href="?next=%2Fevents%2F&amp;members-page=3#members-group"' in page
    assert "Rows 11 to 20 of 45." in page
    assert '<form id="members-find"' in page


@pytest.mark.parametrize("words", ["ülle", "KASK ülle", "%C3%9CLLE"])
def test_a_row_is_found_by_words(staff_client, delegation, words):
    url = f"{admin_url(delegation, 'change')}?members-q={words}"

    assert shown(staff_client, url) == [""]
    assert "1 of 45 rows is found." in staff_client.get(url).text


def test_what_is_not_found_leaves_no_row(staff_client, delegation):
    assert shown(staff_client, f"{admin_url(delegation, 'change')}?members-q=nobody") == []


@pytest.mark.parametrize(("asked", "rows"), [("3", 3), ("", 0), ("x", 0), ("9999", 0), ("99", 10)])
def test_empty_rows_can_be_asked_for_without_a_script(staff_client, asked, rows):
    url = admin_url(make_delegation(), "change")

    assert len(shown(staff_client, f"{url}?members-new={asked}")) == rows


def test_the_rows_of_other_pages_stay_as_they_are(staff_client, delegation):
    url = f"{admin_url(delegation, 'change')}?members-page=2"
    data = form_data(open_form(staff_client, url)) | {"members-0-office_en": "Minister"}
    data = add_row(data, "members", **ROW, position="60") | {"_continue": "1"}

    response = staff_client.post(url, data)

    assert response.url.endswith("?members-page=2")
    offices = list(delegation.members.values_list("office_en", flat=True))
    assert len(offices) == 46
    assert offices[9:12] == ["Office 9", "Minister", "Office 11"]


def test_few_rows_need_no_pages_and_no_further_query(staff_client):
    counts = []
    for number in (1, 1, 10, 11):
        delegation = make_delegation()
        Member.objects.bulk_create(
            Member(delegation=delegation, office_en="Dean") for _ in range(number)
        )
        with CaptureQueriesContext(connection) as queries:
            open_form(staff_client, admin_url(delegation, "change")).render()
        counts.append(len(queries))

    _first, one, ten, eleven = counts
    assert one == ten
    assert eleven <= ten + 3


@pytest.mark.parametrize(
    ("make", "model", "name", "prefix", "number"),
    [
        (make_delegation, Member, "delegation", "members", 400),
        (lambda: make_agreement(stage="agreed"), Signatory, "agreement", "signatories", 300),
    ],
    ids=["400 members", "300 signatories"],
)
def test_hundreds_of_rows_can_be_opened_and_saved(staff_client, make, model, name, prefix, number):
    record = make()
    model.objects.bulk_create(
        model(**{name: record}, office_en=f"Office {row}", position=row) for row in range(number)
    )
    url = f"{admin_url(record, 'change')}?{prefix}-page=13"

    page = staff_client.get(url)
    response = staff_client.post(
        url, form_data(open_form(staff_client, url)) | {f"{prefix}-3-office_en": "Minister"}
    )

    assert len(page.content) < 500_000
    assert response.status_code == 302
    rows = model.objects.filter(**{name: record}).order_by("position")
    assert rows.count() == number
    assert rows[123].office_en == "Minister"


@pytest.mark.parametrize("claim", ["TOTAL_FORMS", "INITIAL_FORMS"])
def test_rows_that_were_not_sent_are_not_made(staff_client, claim):
    event = make_event()
    claimed = {f"figures-{claim}": "2000", "figures-TOTAL_FORMS": "2000"}
    data = form_data(staff_client.get(admin_url(event, "change")))

    response = staff_client.post(admin_url(event, "change"), data | claimed | {"title_en": ""})

    (figures,) = (
        each.formset
        for each in response.context["inline_admin_formsets"]
        if each.formset.prefix == "figures"
    )
    assert len(figures.forms) == 0
