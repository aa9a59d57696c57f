"""Who may come: counted by category and state, listed, decided about, and the zones."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from config.desk.workspace.desk import Desk
from config.desk.workspace.tables import Table, line, titles, ways
from delegations.accreditation.badges import in_use
from delegations.accreditation.counts import arranged
from delegations.admin.accreditation import VERBS, may_accredit
from delegations.choices import Accreditation, MemberFunction
from delegations.models import Member, Zone
from delegations.rights import CHECK_IN

A_PAGE = 100
NARROWED_BY = {"state": Accreditation, "category": MemberFunction}


def tables(desk: Desk) -> list[Table]:
    return [_zones(desk)] if desk.may("view", Zone) else []


def members_of(event) -> QuerySet:
    return Member.objects.filter(delegation__event=event)


def context(desk: Desk) -> dict:
    """What the tab shows above its zones."""
    rows, asked = desk.shown(members_of(desk.event)), _asked(desk)
    page = Paginator(_narrowed(rows, asked), A_PAGE).get_page(desk.request.GET.get("p"))
    members = list(page.object_list)
    badges = in_use(members)
    return {
        "counts": _counts(desk, rows, asked),
        "asked": asked,
        "pages": page,
        "narrowed": _address(desk, asked),
        "is_all": "all" in desk.request.GET,
        "people": [(member, desk.form_of(member), badges.get(member.pk)) for member in members],
        "accredits": _acts(desk) if may_accredit(desk.request.user) else [],
        "checks_in": desk.request.user.has_perm(CHECK_IN),
    }


def _asked(desk: Desk) -> dict[str, str]:
    """By what the list is narrowed; what there is not is not asked for."""
    sent = {name: desk.request.GET.get(name, "") for name in NARROWED_BY}
    return {name: value for name, value in sent.items() if value in NARROWED_BY[name].values}


def _narrowed(rows: QuerySet, asked: dict[str, str]) -> QuerySet:
    if state := asked.get("state"):
        rows = rows.filter(accreditation=state)
    if category := asked.get("category"):
        rows = rows.filter(function=category)
    rows = rows.with_names().select_related("delegation__institution")
    return rows.order_by("delegation__position", "delegation", "position", "pk")


def _counts(desk: Desk, rows: QuerySet, asked: dict[str, str]) -> dict:
    """The numbers, each with the address of the list that it counts."""
    numbers = rows.order_by().values_list("function", "accreditation").annotate(n=Count("pk"))
    counts = arranged(numbers)

    def cell(label, number, **narrowed):
        return (label, number, _address(desk, narrowed), narrowed == asked)

    return {
        "columns": [cell(each.label, n, state=each.value) for each, n in counts.columns],
        "rows": [
            (
                cell(category.label, total, category=category.value),
                [
                    cell(state.label, n, state=state.value, category=category.value)
                    for state, n in cells
                ],
            )
            for category, cells, total in counts.rows
        ],
        "all": cell(_("all"), counts.total),
    }


def _address(desk: Desk, narrowed: dict[str, str]) -> str:
    return f"{desk.address}?{urlencode(narrowed)}" if narrowed else desk.address


def _acts(desk: Desk) -> list[tuple[str, str]]:
    """What may be done with those who are ticked: where that is asked, and in words."""
    return [
        (reverse("admin:delegations_member_accredit", args=[act]), verb)
        for act, verb in VERBS.items()
    ]


def _zones(desk: Desk) -> Table:
    lines = [
        line(desk, zone, [Zone._meta.get_field("categories").in_words(zone.categories)])
        for zone in desk.shown(Zone.objects.filter(event=desk.event))
    ]
    return Table(
        capfirst(Zone._meta.verbose_name_plural),
        titles(Zone, "categories"),
        lines,
        ways((_("Add a zone"), desk.adding(Zone, event=desk.event.pk))),
    )
