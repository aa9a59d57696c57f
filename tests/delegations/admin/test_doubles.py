"""Doubles in the admin: asked about, listed, compared, merged."""

import pytest
from django.contrib.auth.models import Permission

from delegations.models import Institution, NotTheSame, Official
from tests.admin_forms import admin_url, submit
from tests.factories import make_event, make_institution, make_member, make_official

ADD = "/admin/delegations/institution/add/"


def test_saving_a_probable_double_asks_once(staff_client):
    make_institution(name_en="Tallinn University of Technology", city_en="Tallinn", domains="a.ee")
    typed = {"name_en": "Tallinna University of Technology", "country": "EE"}

    asked = submit(staff_client, ADD, **typed)
    saved = submit(staff_client, ADD, **typed, is_another="on")

    assert "This is probably on record already:" in asked.text
    assert "university, Tallinn, Estonia, a.ee" in asked.text
    assert saved.status_code == 302
    assert Institution.objects.count() == 2


def test_a_name_that_is_not_changed_is_not_asked_about(staff_client):
    make_institution(name_en="Tallinn University", country="EE")
    other = make_institution(name_en="Tallinn University", country="EE")

    answer = submit(staff_client, admin_url(other, "change"), city_en="Tallinn")

    assert answer.status_code == 302


def test_while_a_name_is_typed_similar_ones_are_offered(staff_client):
    make_institution(name_en="Tallinn University of Technology", city_en="Tallinn", country="EE")

    answer = staff_client.get("/admin/delegations/institution/alike/?name=Technology Talinn")

    (row,) = answer.json()["alike"]
    assert row["label"] == "Tallinn University of Technology"
    assert row["about"] == "university, Tallinn, Estonia"


def test_every_form_in_which_a_name_is_typed_offers_what_is_like_it(staff_client):
    forms = {
        "/admin/forum/event/add/": "/admin/forum/event/alike/",
        "/admin/agreements/agreement/add/": "/admin/delegations/institution/alike/",
        "/admin/delegations/delegation/add/": "/admin/delegations/official/alike/",
        "/admin/delegations/official/add/": "/admin/delegations/official/alike/",
    }
    for form, alike in forms.items():
        assert f'data-alike="{alike}"' in staff_client.get(form).text, form


def test_a_title_is_offered_with_its_days(staff_client):
    make_event(title_en="Forum of Rectors", city_en="Astana")

    (row,) = staff_client.get("/admin/forum/event/alike/?name=rektors forum").json()["alike"]

    assert (row["label"], row["about"]) == ("Forum of Rectors", "1–3 May 2030, Astana")


@pytest.mark.parametrize("name", ["", "x" * 3000, "%00", '"*('])
def test_any_text_may_be_typed(staff_client, name):
    answer = staff_client.get("/admin/delegations/official/alike/", {"name": name})

    assert answer.json() == {"alike": []}


def test_probable_doubles_stand_side_by_side_until_somebody_decides(staff_client):
    one, other = make_official(name_en="Renno Veinthal"), make_official(name_en="Вейнталь Ренно")
    url = "/admin/delegations/official/doubles/"

    listed = staff_client.get(url)
    said = staff_client.post(url, {"one": other.pk, "other": one.pk}, follow=True)

    assert "similar name" in listed.text
    assert f"/admin/delegations/official/{one.pk}/merge/{other.pk}/" in listed.text
    assert "No two records seem to be the same." in said.text
    assert "Compare again" in said.text
    remembered = NotTheSame.objects.get()
    assert (remembered.one, remembered.other, remembered.author) == (one.pk, other.pk, "staff")

    again = staff_client.post(url, {"one": one.pk, "other": other.pk, "again": "on"}, follow=True)
    assert "similar name" in again.text
    assert not NotTheSame.objects.exists()


def test_a_merge_is_previewed_and_needs_a_reason(staff_client):
    keep, duplicate = make_official(name_en="TalTech"), make_official(name_en="TTU")
    make_member(official=duplicate)
    url = f"/admin/delegations/official/{keep.pk}/merge/{duplicate.pk}/"

    shown = staff_client.get(url)
    refused = staff_client.post(url, {"reason": " "})
    done = staff_client.post(url, {"reason": "Same ORCID on the website"}, follow=True)

    assert "Members: 1 name the record that stays" in shown.text
    assert "Say why they are the same." in refused.text
    assert "TTU is now TalTech." in done.text
    assert list(Official.objects.all()) == [keep]


def test_what_cannot_be_merged_says_why(staff_client):
    keep, duplicate = make_institution(wikidata_id="Q1"), make_institution(wikidata_id="Q2")

    shown = staff_client.get(f"/admin/delegations/institution/{keep.pk}/merge/{duplicate.pk}/")

    assert "two different identifiers (Wikidata id: Q1, Q2)" in shown.text


def test_a_merge_needs_the_rights_to_change_all_that_it_changes(client, django_user_model):
    keep, duplicate = make_official(), make_official()
    make_member(official=duplicate)
    user = django_user_model.objects.create_user("few", is_staff=True)
    rights = ("view_official", "change_official", "delete_official", "merge", "view_unpublished")
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    url = f"/admin/delegations/official/{keep.pk}/merge/{duplicate.pk}/"

    without = client.post(url, {"reason": "x"})
    user.user_permissions.add(Permission.objects.get(codename="change_member"))

    assert without.status_code == 403
    assert client.get(url).status_code == 200


def test_two_selected_records_are_compared(staff_client):
    keep, duplicate = make_institution(), make_institution()
    chosen = {"action": "merge_records", "_selected_action": [keep.pk, duplicate.pk]}

    answer = staff_client.post("/admin/delegations/institution/", chosen)
    alone = staff_client.post(
        "/admin/delegations/institution/", chosen | {"_selected_action": [keep.pk]}, follow=True
    )

    assert answer.url == f"/admin/delegations/institution/{keep.pk}/merge/{duplicate.pk}/"
    assert "Select two records." in alone.text
