"""What was measured, as tables, and what misses the goals."""

from collections.abc import Iterable, Iterator, Sequence

from tests.benchmarks.pages.archives import Archive
from tests.benchmarks.pages.measuring import Measured, Page

CACHED, REVALIDATED = 0.5, 0.6
TIMES_PLAIN, MILLISECONDS = 3, 25
GROWTH = 1.2

HEAD = (
    *("page", "kB", "queries", "fixed ms", "SQL ms", "SQL + plain ms", "page ms", "× plain"),
    *("p50 / p99 ms", "cached ms", "cached req/s ÷ fixed", "304 ms", "304 req/s ÷ fixed"),
    "cached p50 / p99 ms",
)
GROWTH_HEAD = ("page", "ms", "ms grown", "×", "kB", "kB grown", "×")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def costs(archive: Archive, pages: dict[str, Page]) -> str:
    rows = (row(name, page) for name, page in pages.items())
    return f"\n## {archive.kind}, {archive.events} events\n\n{table(HEAD, rows)}"


def row(name: str, page: Page) -> list[str]:
    cases = page.cases
    fixed, plain = cases["fixed"], cases["plain"]
    return [
        *(name, f"{len(page.recorded.body) / 1000:.0f}", f"{len(page.recorded.queries)}"),
        *(f"{cases[case].cost:.2f}" for case in ("fixed", "sql", "plain", "page")),
        f"{cases['page'].cost / plain.cost:.1f}",
        _percentiles(cases["page"]),
        *(each for case in ("cached", "304") for each in _beside(cases.get(case), fixed)),
        _percentiles(cases.get("cached")),
    ]


def _beside(case: Measured | None, fixed: Measured) -> tuple[str, str]:
    return (f"{case.cost:.2f}", f"{case.rate / fixed.rate:.2f}") if case else ("–", "–")


def _percentiles(case: Measured | None) -> str:
    if case is None:
        return "–"
    return f"{case.percentile(50):.1f} / {case.percentile(99):.1f}"


def growth(archive: Archive, small: dict[str, Page], large: dict[str, Page]) -> str:
    rows = []
    for name in large:
        one, other = (pages[name].cases["page"].cost for pages in (small, large))
        sizes = [len(pages[name].recorded.body) / 1000 for pages in (small, large)]
        rows.append(
            [
                *(name, f"{one:.1f}", f"{other:.1f}", f"{other / one:.2f}"),
                *(f"{sizes[0]:.0f}", f"{sizes[1]:.0f}", f"{sizes[1] / sizes[0]:.2f}"),
            ]
        )
    return f"\n## {archive.kind}, grown to {archive.events} events\n\n{table(GROWTH_HEAD, rows)}"


def misses(pages: dict[str, Page]) -> Iterator[str]:
    """What misses the goals, a sentence each."""
    for name, page in pages.items():
        plain, own = page.cases["plain"], page.cases["page"]
        if not page.recorded.cookie:
            yield from (f"{name}: {missed}" for missed in _slower(page))
        if own.cost > TIMES_PLAIN * plain.cost:
            yield f"{name}: {own.cost / plain.cost:.1f} times its SQL and a plain template"
        if own.cost > MILLISECONDS:
            yield f"{name}: {own.cost:.0f} ms"


def _slower(page: Page) -> Iterator[str]:
    for case, goal in (("cached", CACHED), ("304", REVALIDATED)):
        share = page.cases[case].rate / page.cases["fixed"].rate if case in page.cases else None
        if share is None:
            yield f"no {case}"
        elif share < goal:
            yield f"{case} {share:.2f} of the rate of the fixed response"


def grown(small: dict[str, Page], large: dict[str, Page]) -> Iterator[str]:
    for name in large:
        one, other = (pages[name].cases["page"].cost for pages in (small, large))
        if other > GROWTH * one:
            yield f"{name}: grows {other / one:.1f} times in processor time"
        sizes = [len(pages[name].recorded.body) for pages in (small, large)]
        if sizes[1] > GROWTH * sizes[0]:
            yield f"{name}: grows {sizes[1] / sizes[0]:.1f} times in bytes"
