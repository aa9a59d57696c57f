"""Lectures: “X gave a lecture titled «…»”, «X выступил с лекцией «…»», “X pidas loengu „…“”."""

import re

from config.desk.article.reading.marks import Mark, Role, What
from config.desk.article.reading.page import Page
from config.desk.article.reading.phrases import find
from config.desk.article.reading.vocabulary import LECTURES

QUOTED = re.compile(r"«([^«»]{3,300})»|“([^“”]{3,300})”|„([^„“”]{3,300})[“”]|\"([^\"]{3,300})\"")
# A title stands in the sentence of its lecture, or goes on from it.
FARTHEST = 160


def lectures(page: Page) -> list[Mark]:
    """Each lecture that has a speaker in its sentence, with its title if that is in quotes."""
    found: dict[int, Mark] = {}
    for first, after in find(page.tokens, LECTURES):
        people = [
            mark
            for mark in page.of(What.PERSON)
            if page.sentence_of(mark) == page.tokens[first].sentence
        ]
        if not people:
            continue
        before = [mark for mark in people if mark.end <= page.tokens[first].start]
        speaker = before[-1] if before else people[0]
        found.setdefault(speaker.start, _lecture(page, first, after, speaker))
    return list(found.values())


def _lecture(page: Page, first: int, after: int, speaker: Mark) -> Mark:
    mark = page.mark(first, after, What.LECTURE).link(Role.SPEAKER, speaker)
    title = _title(page, mark, speaker)
    if title is None:
        return mark
    start, end = min(mark.start, title.start()), max(mark.end, title.end())
    said = next(filter(None, title.groups()))
    return mark.over(page.text, start, end).saying(said)


def _title(page: Page, mark: Mark, speaker: Mark) -> re.Match[str] | None:
    """The text in quotes that is nearest to the lecture, after its speaker or around."""
    quoted = QUOTED.finditer(page.text, max(0, speaker.start - 1), mark.end + FARTHEST)
    near = [
        each
        for each in quoted
        if each.start() - mark.end <= FARTHEST and mark.start - each.end() <= FARTHEST
    ]
    near = [each for each in near if page.is_same_sentence(mark.start, each.start())]
    return min(near, key=lambda each: abs(each.start() - mark.end), default=None)
