"""In another language no page of the admin says anything in English."""

import re
from contextlib import suppress
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from tests.every_model import MODELS, make

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != "en"]
# Words of the interface, and those without which English makes no sentence; not “all” and “filter”,
# which are Estonian too.
ENGLISH = re.compile(
    r"\b(?:add|added|are|by|can|change|changed|choose|close|delete|deleted|for|from|go"
    r"|history|home|is|log|no|not|of|password|please|remove|save|search|select|show|successfully"
    r"|the|this|to|today|user|view|was|welcome|with|yes|you|your)\b",
    re.IGNORECASE,
)
# The pages of an account that who is signed in may open.
ACCOUNT = [
    "mfa_index",
    "account_change_password",
    "account_reauthenticate",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_sessions",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_generate_recovery_codes",
]
# What a reader does not see as text, but hears or meets on a button.
SPOKEN = ("alt", "aria-label", "placeholder", "title")
EMPTY = {"br", "col", "hr", "img", "input", "link", "meta", "path", "use", "wbr"}


class Words(HTMLParser):
    """The texts of a page but for scripts, what is marked as English, and what somebody typed."""

    UNSEEN = {"script", "style", "svg", "textarea"}

    def __init__(self):
        super().__init__()
        self.open = []
        self.found = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        unseen = tag in self.UNSEEN or (tag != "html" and attrs.get("lang") == "en")
        if tag not in EMPTY:
            self.open.append((tag, unseen))
        if not unseen and not self.is_unseen:
            self.found += [attrs[name] for name in SPOKEN if attrs.get(name)]
            if attrs.get("type") == "submit":
                self.found.append(attrs.get("value") or "")

    @property
    def is_unseen(self):
        return any(unseen for _tag, unseen in self.open)

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not self.is_unseen:
            self.found.append(" ".join(data.split()))


def pages_of(record):
    key = {"change": [record.pk], "delete": [record.pk], "history": [record.pk]}
    for page in ("changelist", "add", "deleted", *key):
        with suppress(NoReverseMatch):
            yield reverse(admin_urlname(record._meta, page), args=key.get(page))


def english(client, address):
    words = Words()
    words.feed(client.get(address, follow=True).text)
    return [text for text in words.found if ENGLISH.search(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_says_anything_in_english(staff, staff_client, language):
    kinds = [model for model in MODELS if admin.site.is_registered(model)]
    records = [*map(make, kinds), staff, Group.objects.create(name="Protocol")]
    with override(language):
        addresses = {
            reverse("admin:index"),
            *map(reverse, ACCOUNT),
            reverse("admin:auth_user_password_change", args=[staff.pk]),
            *(reverse("admin:app_list", args=[app]) for app in ("forum", "auth")),
        }
        for record in records:
            addresses |= set(pages_of(record))

    said = {address: english(staff_client, address) for address in sorted(addresses)}

    assert len(said) > 150
    assert {address: texts for address, texts in said.items() if texts} == {}
