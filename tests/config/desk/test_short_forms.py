"""What a form asks for before one opens “More”."""

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.auth.models import User

from agreements.models import Agreement
from forum.admin.records import RecordAdmin
from forum.records.texts import LANGUAGES

MOST = 10
# Its form has its own tests.
RECORDS = [
    each
    for each in admin.site._registry.values()
    if isinstance(each, RecordAdmin) and each.model is not Agreement
]
ROWS = [inline for each in RECORDS for inline in each.inlines]


def asked_at_once(fieldsets) -> set[str]:
    """The fields that are not folded away; one in four languages is one."""
    open_ones = [each for each in fieldsets if "collapse" not in each[1].get("classes", ())]
    endings = tuple(f"_{language}" for language in LANGUAGES)
    names = flatten_fieldsets(open_ones)
    return {name.rsplit("_", 1)[0] if name.endswith(endings) else name for name in names}


@pytest.mark.parametrize("form", RECORDS, ids=lambda form: form.opts.model_name)
def test_a_form_asks_for_about_eight_fields(form, rf):
    request = rf.get("/")
    request.user = User(is_superuser=True)
    asked = asked_at_once(form.get_fieldsets(request)) - {*form.readonly_fields}

    assert 0 < len(asked) <= MOST


@pytest.mark.parametrize("inline", dict.fromkeys(ROWS), ids=lambda inline: inline.__name__)
def test_a_row_asks_for_fewer(inline):
    assert len(asked_at_once(inline.fieldsets or [(None, {"fields": inline.fields or ()})])) <= 7
