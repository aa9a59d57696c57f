"""The boxes of forms and their labels, written as by Django's templates but without them.

A form of staff has a thousand of them, and each took two templates: one for its attributes.
"""

from collections.abc import Callable

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape

INPUTS = ("text", "number", "email", "url", "password", "hidden", "checkbox", "date", "time")


class WrittenWidgets(DjangoTemplates):
    def render(self, template_name, context, request=None):
        write = WRITTEN.get(template_name)
        written = write(context) if write else None
        return super().render(template_name, context, request) if written is None else written


def _attributes(of: dict) -> str:
    return "".join(
        f" {name}" if value is True else f' {name}="{conditional_escape(value)}"'
        for name, value in of["attrs"].items()
        if value is not False
    )


def _input(widget: dict) -> str:
    value = widget["value"]
    said = "" if value is None else f' value="{conditional_escape(value)}"'
    name = conditional_escape(widget["name"])
    return f'<input type="{widget["type"]}" name="{name}"{said}{_attributes(widget)}>'


def _textarea(widget: dict) -> str:
    name, text = conditional_escape(widget["name"]), conditional_escape(widget["value"] or "")
    return f'<textarea name="{name}"{_attributes(widget)}>\n{text}</textarea>'


def _select(widget: dict) -> str:
    name, groups = conditional_escape(widget["name"]), map(_group, widget["optgroups"])
    return f'<select name="{name}"{_attributes(widget)}>{"".join(groups)}\n</select>'


def _group(group: tuple[str | None, list[dict], int]) -> str:
    name, options, _number = group
    written = "".join(f"\n  {_option(each)}" for each in options)
    if not name:
        return written
    return f'\n  <optgroup label="{conditional_escape(name)}">{written}\n  </optgroup>'


def _option(option: dict) -> str:
    value, label = conditional_escape(option["value"]), conditional_escape(option["label"])
    return f'<option value="{value}"{_attributes(option)}>{label}</option>'


def _label(context: dict) -> str:
    label, tag = conditional_escape(context["label"]), context["tag"]
    attributes = _attributes(context) if context["attrs"] else ""
    return f"<{tag}{attributes}>{label}</{tag}>" if context["use_tag"] else label


def _errors(context: dict) -> str | None:
    """Nothing for a field without any, as nearly all are."""
    return None if context["errors"] else ""


def _of_widget(write: Callable[[dict], str]) -> Callable[[dict], str]:
    return lambda context: write(context["widget"])


WRITTEN: dict[str, Callable[[dict], str | None]] = {
    f"django/forms/widgets/{name}.html": _of_widget(write)
    for names, write in ((INPUTS, _input), (("textarea",), _textarea), (("select",), _select))
    for name in names
}
WRITTEN |= {"django/forms/label.html": _label, "django/forms/errors/list/default.html": _errors}
