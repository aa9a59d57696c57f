from forum.models.record import Record


class Remembering(Record):
    """A row that remembers what it was read with, and so knows what is new in it."""

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
