"""Searching what is at hand, without the index: the few hundred texts of a page."""

from collections.abc import Iterable, Mapping

from forum.search.words import split, terms


def having(words: str, texts: Mapping[int, Iterable[str]]) -> set[int]:
    """The keys under which there is every word, in any spelling."""
    wanted = terms(words)
    known: dict[str, frozenset[str]] = {}

    def found_by(word: str) -> frozenset[str]:
        if word not in known:
            known[word] = frozenset(term.word for term in wanted if term.matches(word))
        return known[word]

    everything = {term.word for term in wanted}
    return {
        key
        for key, said in texts.items()
        if everything <= {term for text in said for word in split(text) for term in found_by(word)}
    }
