"""Tables of an event's records: each row leads to its form, and is edited where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Model
from django.forms import ModelForm
from django.utils.text import capfirst

from config.desk.workspace.desk import Desk


@dataclass
class Line:
    """A record of a table: its name, what else is told of it, and its form while it is edited."""

    record: Model
    url: str
    name: str
    cells: list
    may_edit: bool
    form: ModelForm | None = None

    @property
    def key(self) -> str:
        """By which an address names the row: member-7."""
        return f"{self.record._meta.model_name}-{self.record.pk}"


@dataclass
class Table:
    """`adding` are the ways to more: pairs of a label and an address.

    `print_url` is where staff print for those who stand in it.
    """

    title: str
    columns: list[str]
    lines: list[Line]
    adding: list[tuple[str, str]] = field(default_factory=list)
    anchor: str = ""
    print_url: str = ""
    about: str = ""

    @property
    def rows(self) -> list[tuple[Line, list[tuple[str, str]]]]:
        """Each line with its cells, each beside the title of its column."""
        beside = self.columns[1:]
        return [(line, list(zip(beside, line.cells, strict=True))) for line in self.lines]

    @property
    def width(self) -> int:
        return len(self.columns) + 1


def line(desk: Desk, record: Model, cells: Iterable, *, name: str = "", url: str = "") -> Line:
    """A line that leads to the record's form, or to the address that is given."""
    model = type(record)
    return Line(
        record,
        url=(url or desk.form_of(record)) if desk.may("view", model) else "",
        name=name or str(record),
        cells=[cell if cell is not None else "" for cell in cells],
        may_edit=desk.may("change", model),
    )


def titles(model: type[Model], *names: str) -> list[str]:
    """What the columns of a table are called: by the kind of record, and by its fields."""
    labels = [model._meta.verbose_name, *(model._meta.get_field(n).verbose_name for n in names)]
    return [capfirst(label) for label in labels]


def ways(*ways: tuple[str, str]) -> list[tuple[str, str]]:
    """Those of the ways that are open to the reader: who has no right has no address."""
    return [(label, address) for label, address in ways if address]
