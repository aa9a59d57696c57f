import pytest
from django.test import override_settings
from django.urls import NoReverseMatch, reverse, set_script_prefix
from django.utils.translation import override

from forum.records.addresses import address

VIEWS = {
    "event-detail": ["forum-2025"],
    "event-session": ["forum-2025", 12],
    "institution-detail": ["almau_2"],
    "official-detail": ["1"],
    "agreement-detail": ["a"],
    "commitment-detail": [7],
    "relation-pair": ["ee", "kz"],
    "home": [],
}


@pytest.mark.parametrize(("view", "parts"), VIEWS.items(), ids=VIEWS)
@pytest.mark.parametrize("language", ["en", "kk", "ru", "et"])
def test_an_address_is_what_django_says(view, parts, language):
    with override(language):
        assert address(view, *parts) == address(view, *parts) == reverse(view, args=parts)


@pytest.mark.parametrize("part", ["", "a/b", "ә", "{0}", "a b"])
def test_what_is_no_slug_is_left_to_django(part):
    with pytest.raises(NoReverseMatch):
        address("event-detail", part)


def test_the_address_follows_where_the_site_stands():
    set_script_prefix("/archive/")
    try:
        assert address("event-detail", "a") == "/archive/events/a/"
    finally:
        set_script_prefix("/")
    assert address("event-detail", "a") == "/events/a/"


def test_the_address_follows_the_configuration():
    with override_settings(ROOT_URLCONF="django.contrib.auth.urls"):
        assert address("login") == "/login/"
        with pytest.raises(NoReverseMatch):
            address("event-detail", "a")
    assert address("event-detail", "a") == "/events/a/"
