"""Boxes of forms say what Django's templates would."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from config.site.widgets import WrittenWidgets

CHOICES = [("", "---"), (1, "One & only"), ("Group <1>", [("a", "A"), ('"', gettext_lazy("Yes"))])]
ATTRIBUTES = {
    "id": "id_x",
    "required": True,
    "disabled": False,
    "title": 'a "quote" <b>',
    "size": 3,
}
WIDGETS = {
    "text": (forms.TextInput(), "<script>"),
    "empty text": (forms.TextInput(), None),
    "number": (forms.NumberInput(), 1234.5),
    "address": (forms.URLInput(), "https://example.org/?a=1&b=2"),
    "hidden": (forms.HiddenInput(), "x"),
    "ticked": (forms.CheckboxInput(), True),
    "not ticked": (forms.CheckboxInput(), False),
    "date": (forms.DateInput(), "2020-02-03"),
    "long text": (forms.Textarea(), "One\n<two> & three"),
    "empty long text": (forms.Textarea(), None),
    "safe text": (forms.Textarea(), mark_safe("&amp;")),
    "choice": (forms.Select(choices=CHOICES), 1),
    "choice in a group": (forms.Select(choices=CHOICES), '"'),
    "choices": (forms.SelectMultiple(choices=CHOICES), [1, "a"]),
    "yes or no": (forms.NullBooleanSelect(), None),
    "radio": (forms.RadioSelect(choices=CHOICES), 1),
}


def lines(written):
    return [line for line in written.splitlines() if line.strip()]


@pytest.mark.parametrize("kind", WIDGETS)
def test_a_box_is_written_as_by_its_template(kind):
    widget, value = WIDGETS[kind]

    written = widget.render('x"', value, ATTRIBUTES, renderer=WrittenWidgets())

    assert lines(written) == lines(
        widget.render('x"', value, ATTRIBUTES, renderer=DjangoTemplates())
    )


class Asked(forms.Form):
    name = forms.CharField(label="Name & <b>")
    age = forms.IntegerField(required=False, label=gettext_lazy("Yes"))


@pytest.mark.parametrize("sent", [None, {"age": "x"}, {"name": "Anna"}], ids=["new", "no", "yes"])
@pytest.mark.parametrize("name", ["name", "age"])
def test_a_label_and_errors_are_written_as_by_their_templates(sent, name):
    written, by_template = (
        Asked(sent, renderer=renderer())[name] for renderer in (WrittenWidgets, DjangoTemplates)
    )

    assert written.label_tag(attrs={"class": "a"}) == by_template.label_tag(attrs={"class": "a"})
    assert written.label_tag() == by_template.label_tag()
    assert str(written.errors) == str(by_template.errors)


def test_forms_have_them(settings):
    assert isinstance(forms.Form().renderer, WrittenWidgets)
