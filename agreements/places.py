"""Where a document was signed: at its own place, at those of its signatories, or online."""

from dataclasses import dataclass

from babel.lists import format_list
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agreements.choices import Mode, SignatoryRole
from forum.records.countries import country_name
from forum.records.texts import said

SIGNING = (SignatoryRole.SIGNS, SignatoryRole.EXCHANGES)


@dataclass(frozen=True)
class Places:
    """The places in the reader's language, each once, and whether somebody signed online."""

    names: tuple[str, ...] = ()
    is_online: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether there is one place at most, and nobody signed elsewhere."""
        return len(self.names) <= 1 and not self.is_online

    def listed(self) -> str:
        names = [*self.names, *([_("online")] if self.is_online else ())]
        return format_list(names, locale=get_language() or "en")

    def in_words(self, mode: str) -> str:
        """A phrase by itself: “Signed in London and Alexandria”; empty if no place is known."""
        if not (self.names or self.is_online):
            return ""
        if mode != Mode.SIGNED:
            return capfirst(self.listed())
        if not self.names:
            return _("Signed online")
        return _("Signed in %(places)s") % {"places": self.listed()}


def places_of(agreement, signatories) -> Places:
    """The document's own place first, then those of its signatories in their order."""
    signing = [each for each in signatories if each.role in SIGNING]
    cities = dict.fromkeys(said(each, "city") for each in signing)
    own, country = said(agreement, "city"), country_name(agreement.country)
    others = [city for city in cities if city and city != own]
    named = f"{own} ({country})" if own and country else own or country
    alone = ", ".join(filter(None, (own, country)))
    return Places(
        names=tuple(filter(None, [named if others else alone, *others])),
        is_online=agreement.is_online or any(each.is_online for each in signing),
    )
