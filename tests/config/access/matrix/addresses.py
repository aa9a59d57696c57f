"""Every address of the admin and of what only staff may open, as the resolver knows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from django.contrib import admin
from django.urls import NoReverseMatch, get_resolver, reverse

# Of the addresses outside the admin those that ask who is there.
OUTSIDE = ("private-file", "reminders-calendar")
# What does nothing but ask for a name and a password, or lead on.
NO_MATTER = {
    *("admin:login", "admin:logout", "admin:jsi18n"),
    *("admin:password_change", "admin:password_change_done"),
    # Leads an old address of a form to that form, and any other to nothing.
    "admin:",
    "",
}


@dataclass(frozen=True)
class Route:
    """An address by its name, with what is to be filled in; `model` where it is one of a kind."""

    name: str
    route: str
    blanks: tuple[str, ...]
    model: type | None

    @property
    def page(self) -> str:
        """What it is of its model: change; or its own name."""
        if self.model is None:
            return self.name.removeprefix("admin:")
        meta = self.model._meta
        return self.name.removeprefix(f"admin:{meta.app_label}_{meta.model_name}_")


def routes() -> list[Route]:
    found = {}
    for name, route, blanks in _walk(get_resolver().url_patterns):
        is_ours = route.startswith("admin/") or name in OUTSIDE
        if is_ours and name not in NO_MATTER:
            found.setdefault(name, Route(name, route, blanks, _model_of(name)))
    return list(found.values())


def _walk(patterns, prefix="", space="") -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for each in patterns:
        route = f"{prefix}{each.pattern}"
        if hasattr(each, "url_patterns"):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from _walk(each.url_patterns, route, inner)
        else:
            blanks = (*each.pattern.converters, *each.pattern.regex.groupindex)
            yield f"{space}{each.name or ''}", route, tuple(dict.fromkeys(blanks))


def _model_of(name: str) -> type | None:
    for model in admin.site._registry:
        if name.startswith(f"admin:{model._meta.app_label}_{model._meta.model_name}_"):
            return model
    return None


def filled_in(route: Route, fillers: dict[str, list]) -> list[str]:
    """The addresses of a route, for all that its blanks may say."""
    choices = [fillers[blank] for blank in route.blanks]
    found = []
    for values in product(*choices):
        try:
            found.append(reverse(route.name, kwargs=dict(zip(route.blanks, values, strict=True))))
        except NoReverseMatch as error:
            raise AssertionError(f"{route.name}: cannot be filled in with {values}") from error
    return found
