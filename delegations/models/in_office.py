from delegations.models.common_office import complete_office
from delegations.models.remembering import Remembering
from forum.records.translated import columns


class InOffice(Remembering):
    """A row of somebody in an office, whose languages and rank a common office fills in.

    Who saves hundreds of rows pays only for those that changed.
    """

    # Its translated fields with an office, each with the field of its rank where there is one.
    offices: dict[str, str] = {"office": "rank"}

    class Meta:
        abstract = True

    def complete_offices(self) -> None:
        """Fill in what the vocabulary knows of an office that is new here."""
        for field, rank in self.offices.items():
            is_new = self.has_new(*columns(field))
            ranks = {office.rank for office in complete_office(self, field)} if is_new else ()
            if len(ranks) == 1 and rank:
                setattr(self, rank, getattr(self, rank) or ranks.pop())
