"""The full-text search of each database, over the table of search entries."""

from collections.abc import Callable

from django.db import connection

from forum.search.words import Term, Way

# Beyond these, the words are too common for an order of relevance to mean anything.
RANKED = 1000

MATCHING = {
    "sqlite": "SELECT rowid FROM forum_searchindex WHERE forum_searchindex MATCH %s",
    "postgresql": "SELECT id FROM forum_searchentry WHERE vector @@ to_tsquery('simple', %s)",
}
# A match in a name weighs ten times one in a text. The lower the rank, the better.
BEST = {
    "sqlite": """
        SELECT entry.id, bm25(forum_searchindex, 10.0, 1.0, 1.0) AS rank
        FROM forum_searchindex CROSS JOIN forum_searchentry entry
        ON entry.id = forum_searchindex.rowid
        WHERE forum_searchindex MATCH %s AND entry.kind = %s AND entry.is_published
        LIMIT %s
    """,
    "postgresql": """
        SELECT id, -ts_rank('{0.1, 0.1, 0.1, 1}', vector, query) AS rank
        FROM (
            SELECT id, vector, query
            FROM forum_searchentry, to_tsquery('simple', %s) query
            WHERE vector @@ query AND kind = %s AND is_published
            LIMIT %s
        ) matches
    """,
}
# With a name that has one of some words.
HAVING = {
    "sqlite": """
        SELECT entry.id
        FROM forum_searchindex CROSS JOIN forum_searchentry entry
        ON entry.id = forum_searchindex.rowid
        WHERE forum_searchindex MATCH %s AND (entry.is_published OR %s) AND %s IN ('', entry.kind)
        LIMIT %s
    """,
    "postgresql": """
        SELECT id FROM forum_searchentry
        WHERE vector @@ to_tsquery('simple', %s) AND (is_published OR %s) AND %s IN ('', kind)
        LIMIT %s
    """,
}


def _fts5(terms: list[Term], *, staff: bool) -> str:
    def all_of(way: Way) -> str:
        return " AND ".join(f'"{start}"*' for start in way)

    words = _all_in_any_way(terms, all_of, "AND", "OR")
    return f"({words})" if staff else f"{{names texts}} : ({words})"


def _tsquery(terms: list[Term], *, staff: bool) -> str:
    weights = "ABC" if staff else "AB"

    def all_of(way: Way) -> str:
        return " & ".join(f"'{start}':*{weights}" for start in way)

    return _all_in_any_way(terms, all_of, "&", "|")


def _all_in_any_way(terms: list[Term], all_of: Callable[[Way], str], both: str, either: str) -> str:
    ways = (f" {either} ".join(f"({all_of(way)})" for way in term.ways) for term in terms)
    return f" {both} ".join(f"({each})" for each in ways)


def expression(terms: list[Term], *, staff: bool = False) -> str:
    """Every term must be found, in any of its ways; only staff look into what is theirs."""
    write = _fts5 if connection.vendor == "sqlite" else _tsquery
    return write(terms, staff=staff)


def matching_sql() -> str:
    return MATCHING[connection.vendor]


def best(terms: list[Term], kind: str) -> list[tuple[float, int]]:
    """Published entries of a kind that match, the best first: their rank (low is good) and key.

    Of more than 1,000 it ranks any 1,000.
    """
    with connection.cursor() as cursor:
        cursor.execute(BEST[connection.vendor], [expression(terms), kind, RANKED])
        return sorted(((rank, key) for key, rank in cursor), key=lambda row: (row[0], -row[1]))


def having(names: list[str], *, kind: str, staff: bool) -> list[int]:
    """Keys of entries (of a kind) that have one of these words in a name; of over 1,000 any."""
    if connection.vendor == "sqlite":
        expression = "{names} : (" + " OR ".join(f'"{name}"' for name in names) + ")"
    else:
        expression = " | ".join(f"'{name}':A" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(HAVING[connection.vendor], [expression, staff, kind, RANKED])
        return [key for (key,) in cursor]
