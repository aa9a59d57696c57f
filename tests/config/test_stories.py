import pytest

from agreements.models import Agreement
from config import stories
from delegations.models import OfficeRank
from forum.models import Event, Source, Topic
from tests.factories import make_event, make_source, make_topic
from tests.history import entries_of

pytestmark = pytest.mark.django_db

STORY = """
forum.Source:
  headline:
    title: Rectors met
    url: https://example.org/headline
forum.Topic:
  mobility:
    name: {en: Mobility, kk: Ұтқырлық}
delegations.OfficeRank:
  rector:
    name: {en: Rector}
    weight: 50
delegations.Official:
  rector-one:
    name: {en: Rector One}
    appointments:
      - ref: rector-one-of-x
        office: {en: Rector}
        rank: rector
    contact:
      email: one@example.org
forum.Event:
  rectors-forum:
    title: {en: Rectors' Forum, et: Rektorite foorum}
    starts_on: 2025-11-17
    topics: [mobility]
    is_published: true
    sessions:
      - ref: plenary
        title: {en: Plenary}
        day: 2025-11-17
        starts_at: "10:00"
        speakers:
          - appointment: rector-one-of-x
    citations:
      - source: headline
        field: date
agreements.Agreement:
  memorandum:
    title: {en: Memorandum}
    event: rectors-forum
    session: plenary
    concluded_on: 2025-11-17
"""


@pytest.fixture
def write(tmp_path):
    def write(text, name="story.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_story_becomes_records_with_their_parts_and_relations(write):
    assert stories.load([write(STORY)]) == ["story.yaml"]

    event, agreement = Event.objects.get(), Agreement.objects.get()
    session = event.sessions.get()
    speaker = session.speakers.get()
    assert (event.slug, event.title_en, event.title_et) == (
        "rectors-forum",
        "Rectors' Forum",
        "Rektorite foorum",
    )
    assert [topic.name_kk for topic in event.topics.all()] == ["Ұтқырлық"]
    assert [citation.source.title for citation in event.citations.all()] == ["Rectors met"]
    assert (speaker.official.name_en, speaker.office_en) == ("Rector One", "Rector")
    assert (speaker.rank.weight, speaker.official.contact.email) == (50, "one@example.org")
    assert (agreement.event, agreement.session) == (event, session)
    assert entries_of(event)[0].sentence == "The demonstration was loaded."


def test_a_story_is_read_once(write):
    path = write(STORY)
    stories.load([path])

    assert stories.load([path]) == []
    assert (Event.objects.count(), Source.objects.count(), OfficeRank.objects.count()) == (1, 1, 1)


def test_what_staff_changed_stays_changed(write):
    path = write(STORY)
    stories.load([path])
    Event.objects.update(title_en="Changed")

    stories.load([path])

    assert Event.objects.get().title_en == "Changed"


def test_records_that_exist_are_used_as_they_are(write):
    source = make_source(title="Known already", url="https://example.org/headline")
    topic = make_topic(slug="mobility", name_en="Known already")

    stories.load([write(STORY)])

    event = Event.objects.get()
    assert event.citations.get().source == source
    assert list(event.topics.all()) == [topic]
    assert Topic.objects.get().name_en == "Known already"


def test_a_story_may_use_what_an_earlier_one_brought(write):
    common, events = STORY.split("forum.Event:")

    loaded = stories.load([write(common, "0.yaml"), write("forum.Event:" + events, "1.yaml")])

    assert loaded == ["0.yaml", "1.yaml"]


def test_a_story_may_use_what_one_brought_another_time(write):
    stories.load([write(STORY, "1.yaml")])
    later = "forum.Event:\n  visit:\n    title: {en: Visit}\n    parent: rectors-forum\n"

    assert stories.load([write(STORY, "1.yaml"), write(later, "2.yaml")]) == ["2.yaml"]
    assert Event.objects.get(slug="visit").parent.slug == "rectors-forum"


def test_if_one_story_cannot_be_read_none_is(write):
    good, bad = write(STORY, "1.yaml"), write("forum.Event:\n  x:\n    kind: bogus\n", "2.yaml")

    with pytest.raises(stories.StoryError):
        stories.load([good, bad])

    assert not Event.objects.exists()
    assert not Source.objects.exists()


EVENT = "forum.Event:\n  x:\n    title: {en: X}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("forum.Event: [", "story.yaml: ", id="no YAML"),
        pytest.param("- a\n- b\n", "story.yaml", id="a list"),
        pytest.param("only words", "story.yaml", id="a text"),
        pytest.param("forum.Event:\n  - x\n", "story.yaml, forum.Event", id="a list of records"),
        pytest.param("forum.Nothing:\n  x: {}\n", "story.yaml, forum.Nothing x: ", id="no model"),
        pytest.param("nothing:\n  x: {}\n", "story.yaml, nothing x: ", id="no app"),
        pytest.param("forum.Event:\n  x: words\n", "forum.Event x: ", id="a text for a record"),
        pytest.param("forum.Source:\n  x: words\n", "forum.Source x: ", id="a text for a source"),
        pytest.param("forum.Venue:\n  x: {}\n", "forum.Venue x: ", id="nothing to know it by"),
        pytest.param(EVENT + "    titel: a\n", "forum.Event x: .*titel", id="an unknown field"),
        pytest.param(EVENT + "    kind: party\n", "forum.Event x: .*party", id="an unknown choice"),
        pytest.param(
            EVENT + "    theme: {de: Thema}\n", "forum.Event x: .*de", id="an unknown language"
        ),
        pytest.param(
            "forum.Event:\n  x:\n    title: {}\n",
            "forum.Event x: Give the title in at least one language.",
            id="no title",
        ),
        pytest.param(EVENT + "    starts_on: soon\n", "“soon”", id="no date"),
        pytest.param(
            EVENT + "    series: none\n",
            "series: no forum.Series “none” stands above",
            id="an unknown reference",
        ),
        pytest.param(
            EVENT + "    topics: [none]\n",
            "topics: no forum.Topic “none” stands above",
            id="an unknown reference in a list",
        ),
        pytest.param(
            EVENT + "    sessions:\n      - kind: bogus\n",
            "bogus",
            id="an unknown choice in a part",
        ),
        pytest.param(EVENT + "    sessions: [words]\n", "forum.Event x: ", id="a text for a part"),
    ],
)
def test_what_is_wrong_with_a_story_is_said(write, text, said):
    with pytest.raises(stories.StoryError, match=said):
        stories.load([write(text)])

    assert not Event.objects.exists()


@pytest.mark.parametrize("text", ["", "# nothing\n", "forum.Event:\n"])
def test_an_empty_story_has_nothing_new(write, text):
    assert stories.load([write(text)]) == []


def test_a_story_whose_first_event_exists_is_left_alone(write):
    make_event(slug="rectors-forum")

    assert stories.load([write(STORY)]) == []
    assert not Agreement.objects.exists()
