"""The page from which staff print: for whom, in which language, and who is left out."""

import pytest
from django.contrib.auth.models import Permission

from config.desk.printing import documents
from delegations.models import Delegation, Member
from tests.config.desk.printing.visits import DOCUMENTS, file_of, page_of, person, visit
from tests.factories import make_delegation, make_event, make_staff
from tests.reading import body, in_words, pdf_of, words_of

pytestmark = pytest.mark.django_db
MAY_PRINT = {
    *("view_event", "view_delegation", "view_member", "view_official", "view_institution"),
    *("view_unpublished", "export"),
}


def links(response) -> dict[str, list[str]]:
    """The addresses of the files of each document."""
    offered = response.context["printouts"]
    return {
        name: [url for _label, url in each.links]
        for name, each in zip(DOCUMENTS, offered, strict=True)
    }


def test_every_document_is_offered_for_everybody(staff_client):
    event = visit()

    page = staff_client.get(page_of(event))

    assert links(page)["door"] == [file_of(event, "door", each) for each in ("pdf", "csv", "xlsx")]
    assert all(urls for urls in links(page).values())
    assert "4 people" in in_words(page)
    assert "1 person is left out" in in_words(page)
    assert "Õie Pärn: Accreditation: pending" in in_words(page)
    assert "Nino Kikvadze: Not to be listed." in in_words(page)


def test_what_is_chosen_stays_in_the_links_of_all_documents(staff_client):
    event = visit()
    estonia = Delegation.objects.get(country="EE")

    page = staff_client.get(page_of(event), {"delegation": estonia.pk, "language": "et"})
    (badges,) = links(page)["badges-a6"]

    said = words_of(pdf_of(staff_client.get(badges)))
    assert "Kristina Kallas" in said
    assert "Eesti" in said
    assert "Nurbek" not in said


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 4),
        ({"function": "head"}, 2),
        ({"function": ["head", "interpreter"]}, 3),
        ({"state": "pending"}, 0),
        ({"state": "approved", "function": "interpreter"}, 1),
    ],
    ids=["everybody", "a function", "two functions", "a state", "both"],
)
def test_badges_are_for_those_who_are_chosen(staff_client, asked, count):
    page = staff_client.get(page_of(visit()), asked)

    assert page.context["printouts"][0].count == f"{count} people".replace("1 people", "1 person")


def test_one_member_can_be_printed(staff_client):
    event = visit()
    member = Member.objects.get(official__name_en="Kristina Kallas")

    page = staff_client.get(page_of(event), {"member": member.pk})
    badge = staff_client.get(file_of(event, "badges-a7"), {"member": member.pk})

    assert "Only for: Kristina Kallas." in in_words(page)
    assert len(pdf_of(badge).pages) == 1


def test_members_are_chosen_in_their_list(staff_client):
    event = visit()
    keys = list(Member.objects.filter(function="head").values_list("pk", flat=True))

    page = staff_client.post(
        "/admin/delegations/member/",
        {"action": "print_for_members", "_selected_action": keys},
        follow=True,
    )

    assert page.request["PATH_INFO"] == page_of(event)
    assert "Only for: H.E. Sayasat Nurbek, Kristina Kallas." in in_words(page)


def test_members_of_two_events_are_not_printed_together(staff_client):
    visit()
    person(make_delegation(), "Somebody Else")
    keys = list(Member.objects.values_list("pk", flat=True))

    page = staff_client.post(
        "/admin/delegations/member/",
        {"action": "print_for_members", "_selected_action": keys},
        follow=True,
    )

    assert "Choose members of one event." in in_words(page)


def test_a_delegation_and_a_member_lead_to_the_page(staff_client, client):
    event = visit()
    member = Member.objects.first()
    tab = f"/admin/forum/event/{event.pk}/delegations/"
    form = f"/admin/delegations/member/{member.pk}/change/"
    ways = f"?delegation={member.delegation_id}", f"?member={member.pk}"

    for path, way in zip((tab, form), ways, strict=True):
        assert f'href="{page_of(event)}{way}"' in staff_client.get(path).text

    user = make_staff()
    user.user_permissions.set(Permission.objects.filter(codename__in=MAY_PRINT - {"export"}))
    client.force_login(user)
    for path in (tab, form):
        assert page_of(event) not in client.get(path).text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"member": "77777"}, "77777 is not one of the available choices"),
        ({"delegation": "x"}, "x is not one of the available choices"),
        ({"language": "xx"}, "xx is not one of the available choices"),
        ({"width": "0"}, "greater than or equal to 1"),
        ({"width": "x", "event": "7"}, "Enter a whole number"),
    ],
)
def test_what_cannot_be_meant_gets_a_sentence_and_no_file(staff_client, asked, told):
    event = visit()

    answer = staff_client.get(file_of(event, "door"), asked, follow=True)

    assert answer.redirect_chain
    assert told in in_words(answer)
    assert answer.context["printouts"] == []


@pytest.mark.parametrize(
    "path", ["door.doc", "badges-a6.csv", "nothing.pdf", "door.pdf?part=2", "badges-a6.pdf?part=x"]
)
def test_what_there_is_not_is_not_found(staff_client, path):
    assert staff_client.get(page_of(visit()) + path).status_code == 404


def test_many_badges_come_in_parts(staff_client, monkeypatch):
    event = make_event()
    delegation = make_delegation(event=event)
    for number in range(documents.PART + 2):
        person(delegation, f"Person {number}")

    page = staff_client.get(page_of(event))
    first, second = links(page)["badges-a7"]

    assert "PDF 201–202" in in_words(page)
    assert "In parts: each takes about 6 seconds." in in_words(page)
    assert len(pdf_of(staff_client.get(first)).pages) == documents.PART
    assert len(pdf_of(staff_client.get(second)).pages) == 2


def test_only_who_may_see_and_take_along_all_of_it_prints(client):
    event, user = visit(), make_staff()
    client.force_login(user)

    for missing in ("view_member", "view_official", "view_unpublished", "export", ""):
        codes = MAY_PRINT - {missing}
        user.user_permissions.set(Permission.objects.filter(codename__in=codes))
        expected = 403 if missing else 200
        assert client.get(page_of(event)).status_code == expected
        assert client.get(file_of(event, "door")).status_code == expected


def test_who_may_not_print_has_no_tab(client):
    event, user = visit(), make_staff()
    user.user_permissions.set(Permission.objects.filter(codename__in=MAY_PRINT - {"export"}))
    client.force_login(user)

    page = client.get(f"/admin/forum/event/{event.pk}/overview/")

    assert page_of(event) not in page.text


def test_nobody_prints_without_signing_in(client):
    event = visit()

    for path in (page_of(event), file_of(event, "door")):
        assert client.get(path).status_code == 302


def test_who_is_refused_or_stays_away_is_in_no_document(staff_client):
    event = visit()
    person(Delegation.objects.get(country="EE"), "Refused Person", accreditation="rejected")
    person(make_delegation(event=event, country="LV", status="declined"), "Absent Person")

    for name in ("door", "delegations"):
        told = body(staff_client.get(file_of(event, name, "csv")))
        assert "Kristina Kallas" in told
        assert "Refused Person" not in told
        assert "Absent Person" not in told


def test_badges_are_for_who_decides_about_accreditations(client):
    event, user = visit(), make_staff()
    user.user_permissions.set(Permission.objects.filter(codename__in=MAY_PRINT))
    client.force_login(user)

    assert "Badges" not in in_words(client.get(page_of(event)))
    assert client.get(file_of(event, "badges-a6")).status_code == 403


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 3])
def test_a_file_costs_the_same_for_any_number(staff_client, django_assert_num_queries, count):
    event = make_event()
    for number in range(count):
        delegation = make_delegation(event=event)
        for each in range(count):
            person(delegation, f"Person {number} {each}")

    with django_assert_num_queries(16):
        staff_client.get(file_of(event, "delegations", "csv"))
