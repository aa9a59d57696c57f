"""What the sources say of the event and of all that belongs to it."""

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agreements.models import AgreementCitation
from config.desk.workspace.desk import Desk, yes
from config.desk.workspace.tables import Line, Table, line, titles, ways
from delegations.models import DelegationCitation
from forum.models import Event, EventCitation, Source
from forum.querysets import of_any

# What each table needs to name the records that its citations are about.
RELATED = {
    EventCitation: ("event", "session"),
    DelegationCitation: (
        "delegation__institution",
        "member__official",
        "member__institution",
        "speaker__official",
        "speaker__institution",
    ),
    AgreementCitation: (
        "agreement",
        "signatory__official",
        "signatory__institution",
        "outcome",
        "commitment",
    ),
}


def tables(desk: Desk) -> list[Table]:
    titles = {
        EventCitation: _("About the event and its programme"),
        DelegationCitation: _("About people and delegations"),
        AgreementCitation: _("About agreements, outcomes and commitments"),
    }
    return [
        _table(desk, title, citations_of(model, desk.event))
        for model, title in titles.items()
        if desk.may("view", model)
    ]


def citations_of(model: type[Model], *events: Event) -> QuerySet:
    """The citations of that kind about anything that belongs to these events."""
    own = Q(event__in=events)
    parts = {
        EventCitation: {"session": own},
        DelegationCitation: {
            "delegation": own,
            "member": Q(delegation__event__in=events),
            "speaker": Q(session__event__in=events),
        },
        AgreementCitation: {
            "agreement": own,
            "signatory": Q(agreement__event__in=events),
            "outcome": own,
            "commitment": own,
        },
    }
    found = of_any(model, **parts[model])
    return model.objects.filter(own | found if model is EventCitation else found)


def _table(desk: Desk, title: str, citations: QuerySet) -> Table:
    model = citations.model
    rows = desk.shown(citations).select_related("source", *RELATED[model]).order_by("pk")
    preset = {"event": desk.event.pk} if model is EventCitation else {}
    return Table(
        title,
        [
            *titles(Source),
            pgettext("what a source speaks of", "About"),
            *titles(model, "field", "as_printed", "is_preferred")[1:],
        ],
        [_line(desk, citation) for citation in rows],
        ways((_("Add a citation"), desk.adding(model, **preset))),
    )


def _line(desk: Desk, citation) -> Line:
    subject = next(filter(None, (getattr(citation, name) for name in citation.SUBJECTS)))
    fact = ": ".join(filter(None, (citation.get_field_display(), citation.value_in_words)))
    cells = [subject, fact, citation.as_printed, yes(citation.is_preferred)]
    return line(desk, citation, cells, name=str(citation.source))
