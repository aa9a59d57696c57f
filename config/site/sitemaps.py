"""What search engines are told to read, in every language.

The index names parts, and each part the records of so many primary keys: a part stays what it is
while others grow, and the last one costs as much as the first.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Max, QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from agreements.dossier.pairs import Pair
from agreements.models import Agreement, Commitment
from delegations.models import Institution, Official, Tally
from forum.derived import catch_up
from forum.models import Event, Session

# How many primary keys a part reaches over.
KEYS = 250
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
LISTS = ("event-list", "agreement-list", "institution-list", "official-list")
PAGES = ("home", "about", *LISTS, "relation-list")

# The path of a page, and when it was changed last if that is known.
Page = tuple[str, object]


@dataclass(frozen=True)
class Section:
    """Pages of one kind: the rows that have one, and what is read of these for its address."""

    rows: Callable[[], QuerySet]
    columns: tuple[str, ...]
    page: Callable[..., Page]

    def parts(self) -> int:
        last = self.rows().order_by().aggregate(last=Max("pk"))["last"] or 0
        return -(-last // KEYS)

    def pages(self, part: int) -> Iterator[Page]:
        keys = (KEYS * (part - 1) + 1, KEYS * part)
        rows = self.rows().filter(pk__range=keys).order_by("pk")
        return (self.page(*row) for row in rows.values_list(*self.columns))


def _of_model(model, name: str, column: str = "slug") -> Section:
    def page(key, changed_at):
        return reverse(name, args=[key]), changed_at

    return Section(model.objects.published, (column, "changed_at"), page)


def _items() -> QuerySet:
    """The public items of published programmes, each of which has a page of its own."""
    return Session.objects.public().filter(event__is_published=True)


def _item(slug: str, number: int, changed_at) -> Page:
    return reverse("event-session", args=[slug, number]), changed_at


class PairsSection:
    """Every pair of countries that has something: no more than there are countries to pair."""

    def _pairs(self) -> QuerySet:
        catch_up()
        pairs = Tally.objects.exclude(other="").order_by("country", "other")
        return pairs.values_list("country", "other").distinct()

    def parts(self) -> int:
        return -(-self._pairs().count() // KEYS)

    def pages(self, part: int) -> Iterator[Page]:
        pairs = self._pairs()[KEYS * (part - 1) : KEYS * part]
        return ((Pair(codes, 0, 0).get_absolute_url(), None) for codes in pairs)


SECTIONS = {
    "relations": PairsSection(),
    "items": Section(_items, ("event__slug", "pk", "changed_at"), _item),
    "events": _of_model(Event, "event-detail"),
    "agreements": _of_model(Agreement, "agreement-detail"),
    "commitments": _of_model(Commitment, "commitment-detail", "pk"),
    "institutions": _of_model(Institution, "institution-detail"),
    "officials": _of_model(Official, "official-detail"),
}


@require_safe
def index(request):
    """The parts of all sections."""
    site = request.build_absolute_uri("/")[:-1]
    addresses = [reverse("sitemap-part", args=["pages"])]
    for name, section in SECTIONS.items():
        address = reverse("sitemap-part", args=[name])
        rest = [f"{address}?p={part}" for part in range(2, section.parts() + 1)]
        addresses += [address, *rest]
    found = "\n".join(f"<sitemap><loc>{site}{address}</loc></sitemap>" for address in addresses)
    return _xml(f'<sitemapindex xmlns="{NAMESPACE}">\n{found}\n</sitemapindex>\n')


@require_safe
def part(request, section):
    """The pages of a part, each in every language with the way to all the others."""
    if section == "pages":
        pages = [(reverse(name), None) for name in PAGES]
    elif section in SECTIONS:
        pages = SECTIONS[section].pages(_number(request.GET.get("p", "1")))
    else:
        raise Http404
    site = request.build_absolute_uri("/")[:-1]
    # Each once, in the language without a prefix.
    with override(settings.LANGUAGE_CODE):
        entries = "".join(_entries(site, dict(pages).items()))
    return _xml(
        f'<urlset xmlns="{NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{entries}</urlset>\n"
    )


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < len(text) < 9 and int(text)):
        raise Http404
    return int(text)


def _entries(site: str, pages: Iterable[Page]) -> Iterator[str]:
    """Paths of ours have nothing in them that XML would take for markup."""
    codes = [code for code, _name in settings.LANGUAGES]
    prefixes = {code: "" if code == settings.LANGUAGE_CODE else f"/{code}" for code in codes}
    for path, changed_at in pages:
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{site}{prefix}{path}"/>'
            for code, prefix in [*prefixes.items(), ("x-default", "")]
        )
        changed = f"<lastmod>{changed_at.date().isoformat()}</lastmod>" if changed_at else ""
        for prefix in prefixes.values():
            yield f"<url><loc>{site}{prefix}{path}</loc>{changed}{others}</url>\n"


def _xml(content: str) -> HttpResponse:
    response = HttpResponse(HEAD + content, content_type="application/xml")
    response["X-Robots-Tag"] = "noindex, noodp, noarchive"
    return response
