"""Templates that can be read, and stylesheets without what nothing uses."""

import re

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLESHEETS = sorted((ROOT / "static" / "css").glob("*.css"))
APPS = ("agreements", "config", "delegations", "forum")


def read(path):
    return path.read_text(encoding="utf-8")


def sources():
    yield from TEMPLATES
    yield from (ROOT / "static").glob("*.js")
    for app in APPS:
        yield from (ROOT / app).rglob("*.py")


def classes_of(stylesheet: str) -> set[str]:
    """The classes in the selectors of a stylesheet."""
    without_comments = re.sub(r"/\*.*?\*/", "", stylesheet, flags=re.DOTALL)
    selectors = re.findall(r"([^{};]+){", without_comments)
    return {name for each in selectors for name in re.findall(r"\.([a-z][\w-]*)", each)}


def classes_in(source: str) -> set[str]:
    """The classes that a source gives to elements; what is filled in is an asterisk."""
    values = re.findall(r'class(?:Name)?\s*=\s*"(.*?)"', re.sub(r"{%.*?%}", " ", source))
    values += re.findall(r'class="(.*?)"', " ".join(re.findall(r"{%.*?%}", source)))
    return {name for value in values for name in re.sub(r"{{.*?}}|{}", "*", value).split()}


def test_no_line_of_a_template_is_over_140_characters():
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in TEMPLATES
        for number, line in enumerate(read(path).splitlines(), start=1)
        if len(line) > 140
    ]

    assert long == []


@pytest.mark.parametrize("stylesheet", STYLESHEETS, ids=lambda path: path.name)
def test_every_class_of_a_stylesheet_is_given_to_something(stylesheet):
    texts = [read(path) for path in sources()]
    given = set().union(*map(classes_in, texts))
    filled_in = [name.split("*")[0] for name in given if name.endswith("*")]
    words = {word for text in texts for word in re.findall(r'"([\w-]+)"', text)}

    unused = {
        name
        for name in classes_of(read(stylesheet)) - given
        if not any(
            name.startswith(beginning) and name.removeprefix(beginning) in words
            for beginning in filled_in
        )
    }

    assert unused == set()


def test_every_stylesheet_is_linked_once_from_the_frame_of_a_page():
    frames = ("base.html", "account/base.html", "nominating/base.html", "visiting/visit.html")
    linked = re.findall(
        r"static 'css/(.+?)'", "".join(read(ROOT / "templates" / frame) for frame in frames)
    )

    assert sorted(linked) == [path.name for path in STYLESHEETS]
