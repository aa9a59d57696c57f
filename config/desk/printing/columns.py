"""The columns of lists: what each is called, and what of a guest or a delegation stands in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from config.desk.printing.gathering import Gathering, Guest, Side
from delegations.models import Answer, Delegation, Nominee, OfficialContact
from forum.rights import hidden_from


@dataclass(frozen=True)
class Column:
    """`private` names the field that it shows, for those alone who may see that.

    `share` is how much of the width of a page it takes. `heads` is the column of a delegation that
    it repeats for each member; on paper that stands once, above the members.
    """

    label: str | Promise
    value: Callable[[Guest | Side], object]
    share: float = 1
    private: tuple[type[Model], str] | None = None
    heads: "Column | None" = None

    @property
    def title(self) -> str:
        return capfirst(str(self.label))

    def is_open_to(self, user) -> bool:
        if self.private is None:
            return True
        model, name = self.private
        return name not in hidden_from(user, model)


def _private(model: type[Model], name: str, share: float = 1.5) -> Column:
    label = model._meta.get_field(name).verbose_name
    return Column(label, lambda row: row.private.get(name, ""), share, (model, name))


def _repeated(column: Column) -> Column:
    """A column of the delegation, for each of its members."""
    return replace(column, value=lambda guest: column.value(guest.side), heads=column)


def answers(gathering: Gathering) -> tuple[Column, ...]:
    """A column for each question of the event."""
    return tuple(_answer(name, text) for name, text in gathering.questions)


def _answer(name: str, text: str) -> Column:
    return Column(text, lambda row: row.private.get(name, ""), 1.5, (Answer, "value"))


# Of delegations.
COMES = Column(_("delegation"), lambda side: side.name, 1.8)
COMES_AS = Column(_("role"), lambda side: side.role)
HEAD = Column(_("head of delegation"), lambda side: side.head, 2.4)
SIZE = Column(_("members"), lambda side: side.size, 0.8)
ARRIVAL = _private(Delegation, "arrival")
DEPARTURE = _private(Delegation, "departure")
FOCAL_POINT = _private(Delegation, "focal_point")
LIAISON = _private(Delegation, "liaison")
NOTES = _private(Delegation, "notes", 3)

# Of members.
PLACE = Column(pgettext_lazy("place in a list", "No."), lambda guest: guest.place, 0.45)
NAME = Column(pgettext_lazy("person", "name"), lambda guest: guest.called, 2.2)
OTHER_NAME = Column(_("name in another script"), lambda guest: guest.other_name, 1.8)
ROLE = Column(_("office"), lambda guest: guest.role, 2.6)
FUNCTION = Column(_("function"), lambda guest: guest.function_name, 1.6)
STATE = Column(_("accreditation"), lambda guest: guest.entry.state_name, 1.2)
NUMBER = Column(_("badge number"), lambda guest: guest.entry.number)
ZONES = Column(_("zones"), lambda guest: ", ".join(guest.entry.zones), 1.2)
CATEGORY = Column(_("category"), lambda guest: guest.entry.category_name, 1.3)
DIETARY_NEEDS = _private(OfficialContact, "dietary_needs")
ACCESS_NEEDS = _private(OfficialContact, "access_needs")
PHONE = _private(OfficialContact, "phone", 1.3)
# As the delegation said when it named its people.
TRAVEL = tuple(_private(Nominee, name) for name in ("arrival", "departure", "hotel"))
SIDE = _repeated(COMES)
OF_SIDE = tuple(map(_repeated, (COMES_AS, ARRIVAL, DEPARTURE, LIAISON, FOCAL_POINT, NOTES)))
