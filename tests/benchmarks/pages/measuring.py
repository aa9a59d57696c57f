"""Measuring pages and their floors in turns, so that a machine that drifts is as slow for all."""

import warnings
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks.pages import recording
from tests.benchmarks.pages.archives import FOLDER, Archive, run
from tests.benchmarks.pages.load import Loaded, header, load
from tests.benchmarks.pages.serving import Server, served

FLOORS = ("fixed", "sql", "plain")
KEPT = ("cached", "304")
# One by one, so that it is all but certain that both workers were asked.
TIMES_ASKED = 6
CASES = (*FLOORS, "page", *KEPT)


@dataclass(frozen=True)
class Bounds:
    """How long each case of each page is asked for, in how many rounds, by how many at once."""

    rounds: int
    seconds: float
    connections: int


@dataclass
class Measured:
    """A case of a page: medians of the rounds, times of all requests."""

    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def add(self, loaded: Loaded, milliseconds: float) -> None:
        self.rates.append(loaded.rate)
        self.costs.append(milliseconds / len(loaded.times))
        self.times += loaded.times

    @property
    def rate(self) -> float:
        return median(self.rates)

    @property
    def cost(self) -> float:
        """Processor milliseconds a request."""
        return median(self.costs)

    def percentile(self, number: int) -> float:
        """In milliseconds."""
        return quantiles([*self.times, self.times[-1]], n=100)[number - 1] * 1000


@dataclass
class Page:
    recorded: recording.Recorded
    cases: dict[str, Measured] = field(default_factory=lambda: defaultdict(Measured))


def measure(archive: Archive, pages: list[str], cases: tuple, bounds: Bounds) -> dict[str, Page]:
    folder = FOLDER / f"recorded-{archive.kind}-{archive.events}"
    measured = {page: Page(each) for page, each in _recorded(archive, pages, folder)}
    with ExitStack() as stack:
        plain = stack.enter_context(
            served(archive, PAGE_CACHE="off", **{recording.FOLDER: str(folder)})
        )
        kept = stack.enter_context(served(archive)) if "cached" in cases else plain
        _warm_up(measured, cases, plain, kept, bounds)
        for _number in range(bounds.rounds):
            for page, each in measured.items():
                for case in of(each, cases):
                    _measure(each, page, case, kept if case in KEPT else plain, bounds)
    return measured


def of(each: Page, cases: tuple) -> list[str]:
    """The cases that there are of a page: what staff see is not kept."""
    return [case for case in cases if case not in KEPT or not each.recorded.cookie]


def _address(each: Page, page: str, case: str) -> str:
    return f"/floor/{case}/{page}" if case in FLOORS else each.recorded.url


def _warm_up(measured: dict[str, Page], cases: tuple, plain: Server, kept: Server, bounds: Bounds):
    """Ask for everything a few times, until each worker has its templates and kept pages."""
    for page, each in measured.items():
        for case in {*of(each, cases)} - {"304"}:
            server, path = kept if case in KEPT else plain, _address(each, page, case)
            for _number in range(TIMES_ASKED):
                cookie = each.recorded.cookie
                loaded = load(server.port, path, seconds=0, connections=1, cookie=cookie)
                if case not in KEPT and loaded.seconds > bounds.seconds:
                    break


def _recorded(
    archive: Archive, pages: list[str], folder: Path
) -> Iterator[tuple[str, recording.Recorded]]:
    folder.mkdir(exist_ok=True)
    variables = {recording.FOLDER: str(folder)}
    module = ("-m", "tests.benchmarks.pages.recording", *pages)
    run(archive.environment(**variables, PAGE_CACHE="off", LOG_LEVEL="ERROR"), *module)
    for page in pages:
        yield page, recording.read(folder, page)


def _measure(each: Page, page: str, case: str, server: Server, bounds: Bounds) -> None:
    path, headers = _address(each, page, case), {"cookie": each.recorded.cookie}
    loaded, cost = _load(server, path, Bounds(1, 0, 1), headers)
    if case == "304":
        headers["if_none_match"] = header(loaded.head, "etag")
        if not headers["if_none_match"]:
            return
    # What takes long was asked for often enough, or a round would take minutes; but of the cache
    # only after it was filled.
    is_slow = loaded.seconds > bounds.seconds
    if case in KEPT or not is_slow:
        most = replace(bounds, connections=1) if is_slow else bounds
        loaded, cost = _load(server, path, most, headers)
    if loaded.lost:
        warnings.warn(f"{loaded.lost} requests for {path} were not answered", stacklevel=2)
        return
    expected = {304} if case == "304" else {200}
    if loaded.statuses != expected:
        raise RuntimeError(f"{path} answered {loaded.statuses} as {case}")
    each.cases[case].add(loaded, cost)


def _load(server: Server, path: str, bounds: Bounds, headers: dict) -> tuple[Loaded, float]:
    """A load, and the processor time that the server needed for it."""
    before = server.milliseconds()
    loaded = load(
        server.port,
        path,
        seconds=bounds.seconds,
        connections=bounds.connections,
        **headers,
    )
    return loaded, server.milliseconds() - before
