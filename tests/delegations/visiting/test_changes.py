"""What changed between two looks, over plain facts."""

import pytest
from django.utils.translation import override

from delegations.visiting.changes import Sort, changes, kept, mark_of
from delegations.visiting.visit import Gone

FACT = {
    "title": "Opening",
    "at": "2030-05-01T10:00",
    "until": "11:00",
    "place": "Hall",
    "venue": "1/",
    "state": "",
    "state_name": "",
    "more": "",
}


def told(before, now, gone=None):
    """The sentences of what changed."""
    return [each.text for each in changes(before, now, now, gone or {})]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"at": "2030-05-01T11:30"}, "Moved from 10:00–11:00 to 11:30–11:00."),
        ({"until": "12:00"}, "Moved from 10:00–11:00 to 10:00–12:00."),
        (
            {"at": "2030-05-02T10:00"},
            "Moved from 1 May, 10:00–11:00 to 2 May, 10:00–11:00.",
        ),
        ({"at": "2030-05-01", "until": ""}, "Moved from 1 May, 10:00–11:00 to 1 May."),
        ({"at": "", "until": ""}, "The time is open again; it was 1 May, 10:00–11:00."),
        ({"place": "Garden", "venue": "2/"}, "Elsewhere: Garden, no longer Hall."),
        ({"place": "Aula"}, "The place is now called Aula."),
        ({"place": "Hall, Palace", "venue": "1/3"}, "Elsewhere: Hall, Palace, no longer Hall."),
        ({"place": "", "venue": ""}, "The place is open again; it was Hall."),
        ({"title": "Beginning"}, "It was called “Opening”."),
        ({"state": "scheduled", "state_name": "scheduled"}, "Now: scheduled."),
        ({"more": "Languages: English"}, "Now: Languages: English."),
        (
            {"at": "2030-05-01T09:00", "place": "Garden", "venue": "2/"},
            "Moved from 10:00–11:00 to 09:00–11:00. Elsewhere: Garden, no longer Hall.",
        ),
    ],
)
def test_a_difference_is_a_sentence(change, sentence):
    assert told({"session-1": FACT}, {"session-1": FACT | change}) == [sentence]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ({"at": "", "until": ""}, "The time is known now: 1 May, 10:00–11:00."),
        ({"place": "", "venue": ""}, "The place is known now: Hall."),
        ({"more": "by bus"}, "No longer: by bus."),
    ],
)
def test_what_was_open_and_what_is_said_no_more(before, sentence):
    assert told({"session-1": FACT | before}, {"session-1": FACT}) == [sentence]


def test_nothing_changed_before_the_first_look_nor_without_a_difference():
    assert told(None, {"session-1": FACT}) == []
    assert told({"session-1": FACT}, {"session-1": FACT | {"state_name": "in other words"}}) == []


def test_what_is_new_says_when_and_where():
    [change] = changes({"event": {}}, {"event": {}, "session-1": FACT}, {"session-1": FACT}, {})

    assert (change.sort, change.title) == (Sort.NEW, "Opening")
    assert change.text == "New: 1 May, 10:00–11:00, Hall."


@pytest.mark.parametrize(
    ("gone", "title", "sentence"),
    [
        (None, "Opening", "No longer planned."),
        (Gone("cancelled", "Встреча"), "Встреча", "Cancelled."),
        (Gone("declined", "Встреча"), "Встреча", "Declined."),
    ],
)
def test_what_is_gone_comes_first_and_says_why(gone, title, sentence):
    before = {"meeting-1": FACT, "session-2": FACT}
    now = {"session-2": FACT | {"place": "Garden"}}

    first, second = changes(before, now, now, {"meeting-1": gone} if gone else {})

    assert (first.sort, first.title) == (Sort.GONE, title)
    assert first.text == f"{sentence} It was planned for 1 May, 10:00–11:00."
    assert second.sort == Sort.CHANGED


@pytest.mark.parametrize(
    ("own", "sentences"),
    [
        ("", "It is still planned, as a part of “Forum”."),
        (
            "official-7-speaker-confirmed",
            "None of your delegation is named here any more."
            " It is still planned, as a part of “Forum”.",
        ),
    ],
)
def test_what_became_a_part_of_something_is_still_planned(own, sentences):
    gone = {"session-1": Gone("", "Lecture", "Forum")}

    assert told({"session-1": FACT | {"own": own}}, {}, gone) == [sentences]


def test_of_members_a_look_keeps_no_name():
    theirs = {"own": "official-7-speaker-confirmed", "own_name": "Yours: Mari Maasikas"}
    facts = {"member-1": {"title": "Mari Maasikas", "state": "pending"}, "session-1": FACT | theirs}

    seen = kept(facts)

    assert seen["member-1"] == {"state": "pending"}
    assert "Mari" not in str(seen)
    assert changes(seen, facts, facts, {}) == []
    now = {"member-1": facts["member-1"] | {"state": "approved", "state_name": "approved"}}
    [change] = changes({"member-1": seen["member-1"]}, now, now, {})
    assert (change.title, change.text) == ("Mari Maasikas", "Now: approved.")
    [change] = changes({"member-1": seen["member-1"]}, {}, {}, {})
    assert (change.title, change.text) == ("A member of your delegation", "No longer on the list.")


@pytest.mark.parametrize(
    ("own", "named", "sentence"),
    [
        ("member-1 member-2", "Yours: Mari, Jaan", "Now: Yours: Mari, Jaan."),
        ("", "", "None of your delegation is named here any more."),
    ],
)
def test_who_of_theirs_it_has_is_compared_by_keys_and_named_as_of_now(own, named, sentence):
    before = FACT | {"own": "member-1"}
    now = before | {"own": own, "own_name": named}

    assert told(kept({"meeting-1": before | {"own_name": "Yours: Mari"}}), {"meeting-1": now}) == [
        sentence
    ]
    assert told({"meeting-1": before}, {"meeting-1": before | {"own_name": "Mari Kask"}}) == []


def test_what_an_older_look_did_not_keep_is_no_change():
    assert told({"session-1": {"title": "Opening"}}, {"session-1": FACT}) == []


def test_the_words_are_the_readers():
    words = {"session-1": FACT | {"title": "Открытие", "place": "Сад"}}

    with override("ru"):
        [change] = changes(
            {"session-1": FACT}, {"session-1": FACT | {"place": "Garden"}}, words, {}
        )

    assert change.title == "Открытие"
    assert "Сад" in change.text


def test_a_mark_tells_facts_apart_whatever_their_order():
    assert mark_of({"a": {"x": "1", "y": "2"}}) == mark_of({"a": {"y": "2", "x": "1"}})
    assert mark_of({"a": {"x": "1"}}) != mark_of({"a": {"x": "2"}})
