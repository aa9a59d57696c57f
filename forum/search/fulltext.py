"""The full-text search of each database, over the table of search entries.

Each word of the index begins with the mark of its entry's kind: what matches is looked for in the
index alone, and costs nothing for what other kinds have.
"""

from collections.abc import Callable, Iterable, Iterator

from django.db import connection

from forum.search.words import Sought, Term, Way, has, sought

# Beyond these, the words are too common for an order of relevance to mean anything.
RANKED = 500
# The texts of so many are read to see which of them have all words.
FEW = 250

# Where an entry is looked into, by the weights that Postgres gives its columns.
NAMES, PUBLIC, ALL = "A", "AB", "ABC"
COLUMNS = {NAMES: "names", PUBLIC: "names texts", ALL: "names texts staff_texts"}

# How many terms are in no name, and how long the names are: low is good.
Rank = tuple[int, int]

_ENTRIES = {
    # In this order, or SQLite asks the index about each entry.
    "sqlite": (
        "FROM forum_searchindex CROSS JOIN forum_searchentry entry"
        " ON entry.id = forum_searchindex.rowid WHERE forum_searchindex MATCH %s"
    ),
    "postgresql": "FROM forum_searchentry entry WHERE vector @@ to_tsquery('simple', %s)",
}


def _select(columns: str, condition: str = "true") -> str:
    return f"SELECT {columns} {_ENTRIES[connection.vendor]} AND {condition}"


def _fts5(terms: Iterable[Term], mark: str, *, where: str, whole: bool) -> str:
    end = "" if whole else "*"

    def all_of(way: Way) -> str:
        return " AND ".join(f'"{mark}{start}"{end}' for start in way)

    words = _all_in_any_way(terms, all_of, "AND", "OR")
    return f"{{{COLUMNS[where]}}} : ({words})"


def _tsquery(terms: Iterable[Term], mark: str, *, where: str, whole: bool) -> str:
    weights = ("" if whole else "*") + where

    def all_of(way: Way) -> str:
        return " & ".join(f"'{mark}{start}':{weights}" for start in way)

    return _all_in_any_way(terms, all_of, "&", "|")


def _all_in_any_way(
    terms: Iterable[Term], all_of: Callable[[Way], str], both: str, either: str
) -> str:
    ways = (f" {either} ".join(f"({all_of(way)})" for way in term.ways) for term in terms)
    return f" {both} ".join(f"({each})" for each in ways)


def _expression(
    terms: Iterable[Term], mark: str, *, where: str = PUBLIC, whole: bool = False
) -> str:
    """Every term must be found, in any of its ways; only staff look into what is theirs.

    What is found begins with a way, or is the whole of it.
    """
    write = _fts5 if connection.vendor == "sqlite" else _tsquery
    return write(terms, mark, where=where, whole=whole)


def matching(terms: list[Term], mark: str, *, staff: bool) -> tuple[str, list[str]]:
    """The keys of all records of a kind that match, as SQL and its parameters."""
    where = ALL if staff else PUBLIC
    return _select("entry.object_id"), [_expression(terms, mark, where=where)]


def named(terms: list[Term], mark: str) -> tuple[str, list[str]]:
    """The keys of all records of a kind with a name of its own that has all terms, as SQL."""
    return _select("entry.object_id"), [_expression(terms, mark, where=NAMES)]


def first(terms: list[Term], mark: str, most: int, *, staff: bool) -> list[int]:
    """The keys of any so many records of a kind that match."""
    sql, parameters = matching(terms, mark, staff=staff)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT %s", [*parameters, most])
        return [key for (key,) in cursor]


def best(terms: list[Term], whole: list[list[Term]], mark: str) -> list[tuple[Rank, int]]:
    """Published entries of a kind that match, the best first: their rank (low is good) and key.

    Of more than 500 it ranks any 500. The rarest term stands first; if there may be so many,
    `whole` are the terms as whole words, in several ways.
    """
    found: dict[int, str] = {}
    for rows in _wider(terms, whole, mark):
        found.update(rows)
        if len(found) >= RANKED:
            break
    wanted = [sought(term, mark) for term in terms]
    ranked = sorted((_rank(f" {names}", wanted), -key) for key, names in found.items())
    return [(rank, -key) for rank, key in ranked[:RANKED]]


def _rank(names: str, wanted: list[Sought]) -> Rank:
    missing = len([1 for ways in wanted if not has(names, ways)])
    return missing, len(names) if missing < len(wanted) else 0


def _wider(
    terms: list[Term], whole: list[list[Term]], mark: str
) -> Iterator[list[tuple[int, str]]]:
    """Entries with their names: those with whole words, then those with beginnings of words.

    A whole word is a list that can be left at any place; for a beginning the database first
    joins the lists of all words that begin so. So what is common is looked for as whole words
    first, and of several terms the rarest alone, if that leads to few entries.
    """
    for each in whole:
        yield _published(each, mark, whole=True)
    few = _published(terms[:1], mark, FEW, also=", entry.texts") if len(terms) > 1 else []
    if few and len(few) < FEW:
        others = [sought(term, mark) for term in terms[1:]]
        yield [
            (key, names)
            for key, names, texts in few
            if all(has(f" {names} {texts}", ways) for ways in others)
        ]
    elif few or len(terms) == 1:
        yield _published(terms, mark)


def _published(
    terms: list[Term], mark: str, most: int = 0, *, whole: bool = False, also: str = ""
) -> list[tuple]:
    sql = f"{_select(f'entry.id, entry.names{also}', 'is_published')} LIMIT {most or RANKED}"
    with connection.cursor() as cursor:
        cursor.execute(sql, [_expression(terms, mark, whole=whole)])
        return cursor.fetchall()


def having(names: list[str], marks: str, *, staff: bool) -> list[int]:
    """Keys of entries of some kinds that have one of these words in a name; of over 500 any."""
    words = [f"{mark}{name}" for mark in marks for name in names]
    if connection.vendor == "sqlite":
        expression = "{names} : (" + " OR ".join(f'"{word}"' for word in words) + ")"
    else:
        expression = " | ".join(f"'{word}':A" for word in words)
    with connection.cursor() as cursor:
        sql = f"{_select('entry.id', '(is_published OR %s)')} LIMIT %s"
        cursor.execute(sql, [expression, staff, RANKED])
        return [key for (key,) in cursor]


def tidy() -> None:
    """Let the index of SQLite forget what its entries said before they were written anew.

    Postgres keeps no index of its own beside the entries.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO forum_searchindex (forum_searchindex) VALUES ('optimize')")
