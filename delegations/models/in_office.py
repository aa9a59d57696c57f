from delegations.models.common_office import complete_office
from forum.models.record import Record
from forum.records.translated import columns


class InOffice(Record):
    """A row of somebody in an office, whose languages and rank a common office fills in.

    It remembers what it was read with: who saves hundreds of rows pays only for those that changed.
    """

    # Its translated fields with an office; the rank is that of the first.
    offices: tuple[str, ...] = ("office",)

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db, field_names, values):
        row = super().from_db(db, field_names, values)
        row._was_read_with = dict(row.__dict__)
        return row

    def has_new(self, *names: str) -> bool:
        """Whether any of these columns is other than it was read; of a new row, whether given."""
        read = getattr(self, "_was_read_with", {})
        return any((self.__dict__.get(name) or None) != (read.get(name) or None) for name in names)

    def complete_offices(self) -> None:
        """Fill in what the vocabulary knows of an office that is new here."""
        for field in self.offices:
            is_new = self.has_new(*columns(field))
            ranks = {office.rank for office in complete_office(self, field)} if is_new else ()
            if len(ranks) == 1 and field == self.offices[0]:
                self.rank = self.rank or ranks.pop()
