from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from forum.intake.cells import Person, person

EXAMPLES = yaml.safe_load(Path(__file__).with_name("people.yaml").read_text(encoding="utf-8"))
KNOWN = (
    *("Rector", "First Vice-Rector", "Vice-Rector", "Minister", "Deputy Minister"),
    *("Honorary Consul", "Director General", "Rektor", "Бірінші проректор"),
    *("Ректор", "Первый проректор", "Проректор"),
)
WORDS = ["Mari", "Tamm", "–", ",", "(", ")", "Rector", "of", "University", "и.о.", "ректора"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["cell"])
def test_a_person_is_read(example):
    expected = {part: text for part, text in example.items() if part != "cell"}
    assert person(example["cell"], KNOWN) == Person(**expected)


def test_an_office_is_told_without_a_list_of_titles():
    assert person("Rector of Example University Aliya Bekova") == Person(
        name="Aliya Bekova", office="Rector", institution="Example University"
    )


def test_a_known_title_that_no_word_tells_is_found():
    assert person("Aksakal Serik Orazov", ["Aksakal"]) == Person(
        name="Serik Orazov", office="Aksakal"
    )


def test_what_is_too_much_stays_as_it_is():
    found = person("Mari Tamm, Rector, Dean, Director")
    assert (found.office, found.also_office, found.rest) == ("Rector", "Dean", "Director")


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    person(text, KNOWN)


@given(st.lists(st.sampled_from(WORDS)))
def test_nothing_is_made_up(words):
    found = person(" ".join(words))
    said = [found.name, found.institution, found.honorific, *found.rest.split(";")]
    assert all(word in words for text in said for word in text.split())
