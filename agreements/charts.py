"""The numbers behind the pictures of agreements, and the pictures drawn from them."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import replace

from django.db.models import Count, Min, Q
from django.db.models.functions import Coalesce, ExtractYear
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agreements.choices import Status
from agreements.life.facts import Facts
from agreements.life.status import ENDLESS, end_of_term
from agreements.models import Agreement, AgreementLink, Party, Period
from delegations import naming
from delegations.naming import Reader
from forum.choices import DatePrecision
from forum.records import charts, partial_dates
from forum.records.countries import choices_among
from forum.records.texts import alphabetical, said
from forum.records.translated import in_reading_language

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
MOST_YEARS, MOST_NODES, LONGEST_CHAIN = 20, 14, 8


def _labels() -> dict[str, str]:
    return {
        "in_force": pgettext("documents", "in force"),
        "pending": pgettext("documents", "signed or in preparation"),
        "expiring": pgettext("documents", "expiring soon"),
        "ended": pgettext("documents", "no longer in force"),
    }


def _plain(agreements):
    """The same agreements, without the joins and annotations of a list."""
    return Agreement.objects.filter(pk__in=agreements.order_by().values("pk")).order_by()


def by_year(agreements, on: dt.date) -> dict:
    """Agreements by the year in which they were concluded and by status; at most 20 years."""
    rows = _plain(agreements).with_status(on).annotate(year=ExtractYear("concluded_on"))
    counted = rows.values_list("year", "status").annotate(Count("pk"))
    years: dict[int | None, Counter] = defaultdict(Counter)
    for year, status, count in counted:
        years[year][GROUP.get(status, "pending")] += count
    known = sorted(year for year in years if year)[-MOST_YEARS:]
    span = range(known[0], known[-1] + 1) if known and known[-1] - known[0] < MOST_YEARS else known
    table = [(str(year), years[year]) for year in span]
    if None in years:
        table.append((_("no date"), years[None]))
    chart = charts.stacked_columns(table, GROUPS)
    labels = _labels()
    return {
        "title": _("Agreements by year and status"),
        "first_column": _("Year"),
        "chart": chart,
        "legend": [(kind, labels[kind]) for kind in chart.kinds],
        "rows": [
            (label, [counts.get(kind, 0) for kind in chart.kinds], sum(counts.values()))
            for label, counts in table
        ],
    }


def in_force_over_time(agreements, on: dt.date) -> dict | None:
    """How many are in force at the beginning of each year, from the first to the next one.

    At most the last 20 years; None if no agreement has a date.
    """
    rows = _plain(agreements)
    begun = rows.aggregate(first=Min(Coalesce("in_force_on", "concluded_on")))["first"]
    if begun is None:
        return None
    last = min(on.year + 1, dt.MAXYEAR)
    years = range(max(min(begun.year, last), last - MOST_YEARS + 1), last + 1)
    periods = Period.objects.filter(agreement__in=rows.values("pk"))
    counts = periods.in_force_on_days([dt.date(year, 1, 1) for year in years])
    table = [(str(day.year), Counter(in_force=count)) for day, count in counts.items()]
    return {
        "title": _("In force on 1 January"),
        "first_column": _("Year"),
        "chart": charts.stacked_columns(table, GROUPS),
        "legend": [("in_force", _labels()["in_force"])],
        "rows": [(year, [counted["in_force"]], counted["in_force"]) for year, counted in table],
    }


def by_field(agreements) -> dict:
    """How many agreements have a provision in each field of cooperation."""
    rows = (
        _plain(agreements)
        .filter(provisions__topic__isnull=False)
        .annotate(label=in_reading_language("provisions__topic__name"))
        .values_list("provisions__topic__slug", "label")
        .annotate(count=Count("pk", distinct=True))
    )
    address = reverse("agreement-list")
    most = sorted(rows, key=lambda row: (-row[2], alphabetical(row[1])))
    counted = [(label, count, f"{address}?field={slug}") for slug, label, count in most]
    return {
        "title": _("Fields of cooperation"),
        "first_column": _("Field"),
        "bars": charts.bars(counted[:12]),
    }


def by_country(agreements) -> dict:
    """How many agreements each country is a side of, on a map."""
    sides = _plain(agreements).with_sides().values_list("side")
    counts = dict(sides.annotate(Count("pk", distinct=True)))
    address = reverse("agreement-list")
    rows = [
        (code, name, counts[code], f"{address}?country={code}")
        for code, name in choices_among(counts)
    ]
    return {
        "title": _("Partner countries"),
        "map": charts.world_map([(code, count) for code, _name, count, _url in rows]),
        "rows": sorted(rows, key=lambda row: -row[2]),
    }


def partners(institution) -> list[tuple[object, int]]:
    """Published institutions bound to this one by agreements, with how many; the most first."""
    shared = Agreement.objects.published().of_institution(institution)
    rows = (
        Party.objects.filter(agreement__in=shared.values("pk"), institution__is_published=True)
        .exclude(institution=institution)
        .values_list("institution")
        .annotate(count=Count("agreement", distinct=True))
        .order_by("-count", "institution")
    )
    counts = dict(rows)
    found = type(institution).objects.in_order().in_bulk(counts)
    return [(found[key], count) for key, count in counts.items()]


def around(institution) -> dict:
    """The network around one institution."""
    found = partners(institution)
    name = said(institution, "name")
    names = [(other.pk, said(other, "name"), n) for other, n in found]
    return {
        "title": _("Partners by agreements"),
        "network": charts.network(
            [(institution.pk, name)],
            [(key, label) for key, label, _count in names[:MOST_NODES]],
            {(institution.pk, key): count for key, _label, count in names},
        ),
        "ties": [(name, label, count) for _key, label, count in names],
    }


def between(agreements, home: str) -> dict:
    """The network of the parties of these agreements: those of the home country on the left."""
    left, right, ties = {}, {}, Counter()
    for agreement in agreements:
        parties = [
            naming.known(party.institution, Reader.VISITOR) for party in agreement.parties.all()
        ]
        ours = [i for i in parties if i and i.country == home]
        theirs = [i for i in parties if i and i.country != home]
        left |= {i.pk: said(i, "name") for i in ours}
        right |= {i.pk: said(i, "name") for i in theirs}
        ties.update((one.pk, other.pk) for one in ours for other in theirs)
    return {
        "title": _("Ties by agreements"),
        "network": charts.network(
            list(left.items())[:MOST_NODES], list(right.items())[:MOST_NODES], ties
        ),
        "ties": [(left[one], right[other], count) for (one, other), count in ties.items()],
    }


def validity(agreement, facts: Facts, on: dt.date) -> dict | None:
    """The life of an agreement on a line, with today; None if it never began."""
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
        step = AgreementLink.objects.filter(
            Q(agreement__in=new) | Q(other__in=new),
            agreement__is_published=True,
            other__is_published=True,
        ).select_related("agreement", "other")
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
