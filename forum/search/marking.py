"""Showing why a text was found: which words of it match, and the part around the first."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from forum.search.words import WORD, Term, split


def mark(text: str, wanted: list[Term]) -> SafeString:
    """The text, with the words that match marked as HTML."""
    pieces, end = [], 0
    for match in WORD.finditer(text):
        if any(term.matches(match[0]) for term in wanted):
            pieces += [escape(text[end : match.start()]), f"<mark>{escape(match[0])}</mark>"]
            end = match.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))  # noqa: S308 - escaped above


def excerpt(text: str, wanted: list[Term], around: int = 70) -> str:
    """The part of a long text around its first match, cut between words."""
    found = (match for match in WORD.finditer(text) if any(t.matches(match[0]) for t in wanted))
    first = next(found, None)
    if first is None or len(text) <= 2 * around:
        return text[: 2 * around]
    start, end = max(0, first.start() - around), first.end() + around
    if start:
        start = text.index(" ", start) + 1 if " " in text[start : first.start()] else first.start()
    if end < len(text):
        end = max(text.rfind(" ", 0, end), first.end())
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")


def matched(text: str, wanted: list[Term]) -> set[Term]:
    """Which of the terms the text has a word for."""
    found = split(text)
    return {term for term in wanted if any(term.matches(word) for word in found)}
