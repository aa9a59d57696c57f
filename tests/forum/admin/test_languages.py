"""The texts of a form in the language of the interface first."""

import pytest
from django.utils.translation import override

from forum.admin.languages import in_rows
from forum.models import Event
from tests.admin_forms import admin_url

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("en", ("en", "kk", "ru", "et")),
        ("et", ("et", "en", "kk", "ru")),
        ("ru", ("ru", "en", "kk", "et")),
        ("fr", ("en", "kk", "ru", "et")),
    ],
)
def test_the_language_of_the_interface_stands_first(language, order):
    with override(language):
        [(_heading, options)] = in_rows(Event, [(None, {"fields": ["title", ("kind", "status")]})])

    assert options["fields"] == [tuple(f"title_{each}" for each in order), ("kind", "status")]


def test_a_form_says_which_languages_there_are(staff_client):
    page = staff_client.get("/et" + admin_url(Event, "add"))

    assert page.text.count('role="tab"') == 4
    assert page.text.index('id="id_title_et"') < page.text.index('id="id_title_en"')
