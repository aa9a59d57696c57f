"""The full-text search of each database, over the table of search entries."""

from django.db import connection

from forum.search.words import Term

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
        FROM forum_searchindex JOIN forum_searchentry entry ON entry.id = forum_searchindex.rowid
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


def _fts5(terms: list[Term], *, staff: bool) -> str:
    def any_of(term):
        return " OR ".join(f'"{form}"*' for form in term.beginnings)

    words = " AND ".join(f"({any_of(term)})" for term in terms)
    return f"({words})" if staff else f"{{names texts}} : ({words})"


def _tsquery(terms: list[Term], *, staff: bool) -> str:
    weights = "ABC" if staff else "AB"

    def any_of(term):
        return " | ".join(f"'{form}':*{weights}" for form in term.beginnings)

    return " & ".join(f"({any_of(term)})" for term in terms)


def expression(terms: list[Term], *, staff: bool = False) -> str:
    """Every term must be found, in any of its forms; only staff look into what is theirs."""
    write = _fts5 if connection.vendor == "sqlite" else _tsquery
    return write(terms, staff=staff)


def matching_sql() -> str:
    return MATCHING[connection.vendor]


def best(terms: list[Term], kind: str) -> list[int]:
    """Published entries of a kind that match, by primary key, the best first.

    Of more than 1,000 it ranks any 1,000.
    """
    with connection.cursor() as cursor:
        cursor.execute(BEST[connection.vendor], [expression(terms), kind, RANKED])
        return [key for key, _rank in sorted(cursor, key=lambda row: (row[1], -row[0]))]
