"""The numbers behind the pictures of agreements, and the pictures drawn from them."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from agreements.choices import LegalNature, Mode, Status
from agreements.life.facts import Facts
from agreements.life.status import ENDLESS, end_of_term
from agreements.models import Agreement, AgreementLink
from agreements.parts import links_of
from forum.choices import DatePrecision
from forum.records import charts, partial_dates
from forum.records.countries import choices_among
from forum.records.texts import alphabetical
from forum.records.years import Years, spans, ticks

# The groups of statuses that one colour stands for.
GROUP = {
    Status.IN_FORCE: "in_force",
    Status.EXPIRING: "expiring",
    Status.EXPIRED: "ended",
    Status.TERMINATED: "ended",
    Status.REPLACED: "ended",
    Status.ABANDONED: "ended",
}
GROUPS = ("in_force", "pending", "expiring", "ended")
MOST_YEARS, LONGEST_CHAIN = 20, 8


def group_of(status: str | None) -> str:
    return GROUP.get(status, "pending")


def _labels() -> dict[str, str]:
    return {
        "in_force": pgettext("documents", "in force"),
        "pending": pgettext("documents", "concluded or in preparation"),
        "expiring": pgettext("documents", "expiring soon"),
        "ended": pgettext("documents", "no longer in force"),
    }


def _plain(agreements):
    """The same agreements, without the joins and annotations of a list."""
    return Agreement.objects.filter(pk__in=agreements.order_by().values("pk")).order_by()


def by_year(agreements, on: dt.date) -> dict:
    """Agreements by the year in which they were concluded and by status on that day."""
    rows = _plain(agreements).with_status(on).annotate(year=ExtractYear("concluded_on"))
    counted = rows.values_list("year", "status").annotate(Count("pk"))
    return by_year_and_group((year, group_of(status), n) for year, status, n in counted)


def by_year_and_group(counted: Iterable[tuple[int | None, str, int]]) -> dict:
    """How many agreements there are of each year and group of statuses, without a gap.

    Years are spans of years where there are more than 20. Those of no known year stand in the table
    and in a sentence.
    """
    years: dict[int | None, Counter] = defaultdict(Counter)
    for year, group, count in counted:
        years[year][group] += count
    undated = years.pop(None, Counter())
    found = spans(years, MOST_YEARS)
    table = [(span, _within(span, years)) for span in found]
    chart = charts.stacked_columns([(str(span.first), counts) for span, counts in table], GROUPS)
    if undated:
        table.append((_("no date"), undated))
    kinds = [kind for kind in GROUPS if any(counts[kind] for _span, counts in table)]
    labels = _labels()
    return {
        "title": _("Agreements by year and status"),
        "first_column": _("Year"),
        "chart": chart,
        "note": " ".join(filter(None, (_years_each(found), _without_year(undated.total())))),
        "legend": [(kind, labels[kind]) for kind in kinds],
        "rows": [
            (label, [counts[kind] for kind in kinds], counts.total()) for label, counts in table
        ],
    }


def _within(span: Years, years: dict[int, Counter]) -> Counter:
    return sum((counts for year, counts in years.items() if year in span), Counter())


def _years_each(found: list[Years]) -> str:
    count = len(found[0]) if found else 1
    said = ngettext(
        "Each column stands for %(count)s year.", "Each column stands for %(count)s years.", count
    )
    return said % {"count": count} if count > 1 else ""


def _without_year(count: int) -> str:
    sentence = ngettext(
        "%(count)s agreement has no known year.", "%(count)s agreements have no known year.", count
    )
    return sentence % {"count": count} if count else ""


def in_force_over_time(changes: Mapping[int, int], on: dt.date) -> dict | None:
    """How many are in force at the beginning of years, from the first to the next one.

    Given by how many more or less they are than a year before. Of every year, or every fifth,
    tenth … where there are more than 20; None if none ever was.
    """
    last = min(on.year + 1, dt.MAXYEAR)
    begun = min((year for year, more in changes.items() if more), default=dt.MAXYEAR)
    years = ticks(min(begun - 1, last), last, MOST_YEARS)
    counts = {year: sum(n for each, n in changes.items() if each <= year) for year in years}
    if not any(counts.values()):
        return None
    table = [(str(year), Counter(in_force=count)) for year, count in counts.items()]
    return {
        "title": _("In force on 1 January"),
        "first_column": _("Year"),
        "chart": charts.stacked_columns(table, GROUPS),
        "legend": [("in_force", _labels()["in_force"])],
        "rows": [(year, [counted["in_force"]], counted["in_force"]) for year, counted in table],
    }


def by_field(counted: Iterable[tuple[str, str, int]]) -> dict:
    """How many agreements have a provision in each field, given as (label, address, number)."""
    most = sorted(counted, key=lambda row: (-row[2], alphabetical(row[0])))
    return {
        "title": _("Fields of cooperation"),
        "first_column": _("Field"),
        "bars": charts.bars([(label, number, url) for label, url, number in most]),
    }


def by_country(counts: Mapping[str, int], without: int) -> dict:
    """How many agreements each country is a side of, on a map, and how many name none."""
    address = reverse("agreement-list")
    rows = [
        (code, name, counts[code], f"{address}?country={code}")
        for code, name in choices_among(counts)
    ]
    return {
        "title": _("Partner countries"),
        "map": charts.world_map([(code, count) for code, _name, count, _url in rows]),
        "note": _without_country(without),
        "rows": sorted(rows, key=lambda row: -row[2]),
    }


def _without_country(count: int) -> str:
    sentence = ngettext(
        "%(count)s agreement names no country.", "%(count)s agreements name no country.", count
    )
    return sentence % {"count": count} if count else ""


def validity(agreement, facts: Facts, on: dt.date) -> dict | None:
    """The life of an agreement on a line, with today; None if it never began, or binds nobody."""
    binds = agreement.legal_nature != LegalNature.NON_BINDING and agreement.mode != Mode.ANNOUNCED
    if not (binds or agreement.in_force_on or agreement.expires_on or agreement.term_months):
        return None
    begins = agreement.in_force_on or agreement.concluded_on
    ends, precision = _end(agreement, facts, on)
    if begins is None or (ends and ends < begins):
        return None
    signed = agreement.concluded_on or begins
    known = [day for day in (begins, signed, ends, on) if day]
    margin = max((max(known) - min(known)).days // 12, 200)
    line = charts.TimeLine.around(known, before=margin, after=margin)
    ended_some_day = precision == DatePrecision.UNKNOWN
    left, right = line.x(begins), line.x(ends or (max(begins, on) if ended_some_day else line.last))
    kind = "span" if agreement.in_force_on and not ended_some_day else "span-soft"
    return {
        "title": _("Validity"),
        "description": _in_words(agreement, begins, ends, precision),
        "height": 96,
        "base": 74,
        "years": line.years(),
        "spans": [charts.Span(kind, left, 44, round(right - left, 1), 18)],
        "points": [charts.Point(line.x(agreement.concluded_on), 53)]
        if agreement.concluded_on
        else [],
        "today_x": line.x(on),
    }


def _end(agreement, facts: Facts, on: dt.date) -> tuple[dt.date | None, str]:
    """The last day of its effect, and how exactly that is known; (None, "") for no end.

    A termination and a replacement are dated by the first day without effect.
    """
    unknown = DatePrecision.UNKNOWN
    stops = [
        (facts.terminated_on, facts.terminated_on_precision),
        (facts.replaced_on, facts.replaced_on_precision),
        facts.deserted_on or (None, ""),
    ]
    if any(known == unknown and (day is None or day <= on) for day, known in stops):
        return None, unknown
    told = [(day, known) for day, known in stops if day and known != unknown]
    stop, precision = min(told, default=(None, ""))
    # It may have run out before it was stopped.
    unstopped = replace(facts, terminated_on=None, replaced_on=None, left_on=())
    runs_out = end_of_term(unstopped, stop or on)
    if runs_out and (stop is None or runs_out < stop):
        return runs_out, agreement.end_precision
    if stop is None and facts.expires_on_precision == unknown and facts.renewal not in ENDLESS:
        return None, unknown
    return (stop - dt.timedelta(days=1) if precision == DatePrecision.DAY else stop), precision


def _in_words(agreement, begins, ends, precision) -> str:
    if precision:
        return partial_dates.format_span(begins, agreement.begin_precision, ends, precision)
    since = {"begin": partial_dates.format_since(begins, agreement.begin_precision)}
    if agreement.in_force_on is None and agreement.in_force_on_precision != DatePrecision.UNKNOWN:
        text = _("From %(begin)s; neither entry into force nor an end is on record.")
    else:
        text = _("From %(begin)s, without an end on record.")
    return text % since


def chain(agreement) -> list[dict]:
    """Published documents tied to this one, directly or by way of up to seven others, in time.

    Each with the relations that it states to other documents of the chain.
    """
    links: dict[int, AgreementLink] = {}
    found, new = {agreement.pk}, {agreement.pk}
    for _step in range(LONGEST_CHAIN):
        step = links_of([*new])
        links |= {link.pk: link for link in step}
        ends = {end for link in step for end in (link.agreement_id, link.other_id)}
        new = ends - found
        found |= new
        if not new:
            break
    documents = {d.pk: d for link in links.values() for d in (link.agreement, link.other)}
    return [
        {
            "agreement": document,
            "is_current": document.pk == agreement.pk,
            "links": [link for link in links.values() if link.agreement_id == document.pk],
        }
        for document in sorted(
            documents.values(), key=lambda d: (d.concluded_on or dt.date.max, d.pk)
        )
    ]
