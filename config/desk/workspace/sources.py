"""What the sources say of the event and of all that belongs to it."""

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agreements.models import AgreementCitation
from config.desk.workspace.desk import Desk, yes
from config.desk.workspace.tables import Line, Table, line, titles, ways
from delegations.models import DelegationCitation
from forum.models import EventCitation, Source

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


def citations_of(model: type[Model], event) -> QuerySet:
    """The citations of that kind about anything that belongs to the event."""
    about = {
        EventCitation: Q(event=event) | Q(session__event=event),
        DelegationCitation: Q(delegation__event=event)
        | Q(member__delegation__event=event)
        | Q(speaker__session__event=event),
        AgreementCitation: Q(agreement__event=event)
        | Q(signatory__agreement__event=event)
        | Q(outcome__event=event)
        | Q(commitment__event=event),
    }
    return model.objects.filter(about[model])


def _table(desk: Desk, title: str, citations: QuerySet) -> Table:
    model = citations.model
    rows = citations.select_related("source", *RELATED[model]).order_by("pk")
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
