"""The fields that many models share, through every door by which a value comes."""

import pytest

from forum.models import Event, Source
from forum.records.fields import TITLE_LENGTH, TagsField
from tests.admin_forms import admin_url, submit
from tests.every_model import MODELS
from tests.factories import make_event, make_source


def test_every_field_of_language_tags_keeps_them_in_the_usual_case():
    named_so = [
        field
        for model in MODELS
        for field in model._meta.concrete_fields
        if field.name in ("language", "languages") or field.name.endswith("_language")
    ]
    others = {field.name for field in named_so if not isinstance(field, TagsField)}

    # A choice of a list is no tag that anybody types.
    assert others == {"contact_language", "language", "precedence_language"}
    assert {field.model.__name__ for field in named_so if not isinstance(field, TagsField)} == {
        "Event",
        "Letter",
        "Party",
        "Subscription",
    }


@pytest.mark.django_db
class TestLanguageTags:
    def test_a_form_takes_a_tag_in_any_case(self, admin_client):
        source = make_source()

        response = submit(admin_client, admin_url(source, "change"), language="ZH_hant")

        assert response.status_code == 302
        source.refresh_from_db()
        assert source.language == "zh-Hant"

    def test_code_that_saves_sees_at_once_what_is_kept(self):
        event = make_event(languages="KK, uz_cyrl")

        assert event.languages == "kk, uz-Cyrl"
        event.refresh_from_db()
        assert event.languages == "kk, uz-Cyrl"

    def test_changes_in_bulk_and_questions_are_normalised_too(self):
        make_event()
        Event.objects.update(languages="PT-br")
        Source.objects.bulk_create([Source(title="A", language="kk_LATN")])

        assert Event.objects.get(languages="pt_BR").languages == "pt-BR"
        assert Source.objects.get().language == "kk-Latn"


def test_whatever_is_a_title_holds_a_thousand_characters():
    titles = [
        field
        for model in MODELS
        for field in model._meta.concrete_fields
        if field.name.startswith(("title", "original_title"))
    ]

    assert {field.model.__name__ for field in titles} == {
        "Agreement",
        "Attachment",
        "Event",
        "Outcome",
        "Session",
        "Source",
    }
    assert {field.max_length for field in titles} == {TITLE_LENGTH} == {1000}
