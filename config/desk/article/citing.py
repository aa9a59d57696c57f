"""Recording facts with the article as their source."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.models import Agreement, AgreementCitation
from config.desk.article.drafts import Publication
from delegations.models import DelegationCitation, Institution, Member, Official, Speaker
from forum.models import Event, EventCitation, Session, Source
from forum.records.fields import TITLE_LENGTH

CITATIONS = {
    Event: (EventCitation, "event"),
    Session: (EventCitation, "session"),
    Institution: (DelegationCitation, "institution"),
    Official: (DelegationCitation, "official"),
    Member: (DelegationCitation, "member"),
    Speaker: (DelegationCitation, "speaker"),
    Agreement: (AgreementCitation, "agreement"),
}


class Citing:
    """Saves records that are valid, and says of each fact that the article is its source."""

    def __init__(self, publication: Publication):
        self.publication = publication
        self.source = self._source()

    def _source(self) -> Source:
        """The article; one of its address, or else of its title, that is on record stays."""
        publication = self.publication
        same = {"url": publication.url}
        if not publication.url:
            same |= {"title": publication.title, "publisher": publication.publisher}
        return Source.objects.filter(**same).first() or self.save(
            Source(
                title=publication.title,
                publisher=publication.publisher,
                url=publication.url,
                language=publication.language,
                published_on=publication.published_on,
                read_on=timezone.localdate(),
            )
        )

    def save(self, row: models.Model) -> models.Model:
        try:
            row.full_clean()
        except ValidationError as error:
            said = " ".join(error.messages)
            raise ValidationError(
                _("%(record)s: %(reason)s"), params={"record": str(row), "reason": said}
            ) from error
        row.save()
        return row

    def cite(self, row: models.Model, fact: str, printed: str, value: str = "") -> None:
        """Say that the article is the source of a fact, and in which words; once."""
        model, subject = CITATIONS[type(row)]
        if model.objects.filter(source=self.source, field=fact, **{subject: row}).exists():
            return
        self.save(
            model(
                source=self.source,
                field=fact,
                value=value,
                as_printed=" ".join(printed.split())[:TITLE_LENGTH],
                **{subject: row},
            )
        )
