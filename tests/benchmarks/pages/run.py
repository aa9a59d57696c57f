"""`make bench`: what pages cost, beside the least that they could cost."""

import argparse

from tests.benchmarks.pages import report
from tests.benchmarks.pages.addresses import PAGES
from tests.benchmarks.pages.archives import SQLITE, Archive
from tests.benchmarks.pages.measuring import CASES, Bounds, measure

QUICK = {"events": 10, "grown": 0, "rounds": 1, "seconds": 0.2}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=200, help="the size of the archive")
    parser.add_argument("--grown", type=int, default=2000, help="the size to grow to; 0: none")
    parser.add_argument(
        "--postgres", metavar="URL", help="a server, for example postgres://me@host"
    )
    parser.add_argument("--no-sqlite", action="store_true")
    parser.add_argument("--pages", nargs="+", default=[*PAGES], choices=PAGES, metavar="PAGE")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1, help="for each case in each round")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--quick", action="store_true", help="a small archive, one short round")
    given = parser.parse_args()
    if given.quick:
        vars(given).update(QUICK)
    return given


def tell(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)  # noqa: T201 - its purpose


def bench(server: str, given: argparse.Namespace) -> None:
    bounds = Bounds(given.rounds, given.seconds, given.connections)
    archive = Archive(given.events, server)
    archive.make()
    pages = measure(archive, given.pages, CASES, bounds)
    tell(report.costs(archive, pages))
    missed = [*report.misses(pages)]
    if given.grown:
        larger = Archive(given.grown, server)
        larger.make()
        grown = measure(larger, given.pages, ("page",), bounds)
        tell(report.growth(larger, pages, grown))
        missed += report.grown(pages, grown)
    tell("", f"Misses the goals on {archive.kind}:", "")
    tell(*(f"* {each}" for each in missed or ["nothing"]))


if __name__ == "__main__":
    given = arguments()
    for server in [*([] if given.no_sqlite else [SQLITE]), *filter(None, [given.postgres])]:
        bench(server, given)
