from django.core.paginator import Paginator
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agreements.dossier.entries import Dossier, Summary
from agreements.dossier.narrowing import Narrowed
from agreements.dossier.pairs import countries, pairs
from agreements.dossier.sides import CountrySide, InstitutionSide, in_order
from agreements.wording import status_label
from delegations.models import Institution
from forum.history.addresses import present
from forum.records.countries import names
from forum.records.partial_dates import as_iso
from forum.records.tables import csv_response, separator_of

PAGE = 50
# With how many countries the page of one begins.
MOST_PARTNERS = 24


@require_safe
def index(request):
    """Choose two countries, or one of those that have something."""
    known = countries()
    given = {request.GET.get(name, "").upper() for name in ("country", "other")}
    chosen = sorted(country.code.lower() for country in known if country.code in given)
    if chosen:
        return redirect("relation-country" if len(chosen) == 1 else "relation-pair", *chosen)
    return TemplateResponse(request, "agreements/relation_list.html", {"countries": known})


@require_safe
def country(request, code):
    """What one country has with all others."""
    side = country_side(code)
    if code != code.lower():
        return moved(request, "relation-country", code.lower())
    partners = [(pair, [pair.partner_of(side.code)]) for pair in pairs(side.code)]
    shown = partners if request.GET.get("partners") == "all" else partners[:MOST_PARTNERS]
    return dossier_page(request, side, partners=shown, partner_count=len(partners))


@require_safe
def pair(request, code, other):
    """What two countries have with each other."""
    codes = sorted([code.lower(), other.lower()])
    sides = [country_side(each) for each in codes]
    if sides[0] == sides[1]:
        raise Http404
    if [code, other] != codes:
        return moved(request, "relation-pair", *codes)
    return dossier_page(request, *in_order(sides))


@require_safe
def institutions(request, slug, other_slug):
    """What two institutions have with each other."""
    sides = sorted(
        (InstitutionSide(institution_of(each)) for each in (slug, other_slug)),
        key=lambda side: side.institution.slug,
    )
    if sides[0] == sides[1]:
        raise Http404
    slugs = [side.institution.slug for side in sides]
    if [slug, other_slug] != slugs:
        return moved(request, "institution-relations", *slugs)
    return dossier_page(request, *in_order(sides))


def institution_of(slug: str) -> Institution:
    """The published institution that has or had this slug; raises Http404 if there is none."""
    found = Institution.objects.published().filter(slug=slug).first()
    if found := found or present(Institution, slug):
        return found
    raise Http404


def country_side(code: str) -> CountrySide:
    """The country of a code in an address; raises Http404 if there is none."""
    # “ß” too has two letters in capitals.
    if not code.isascii() or code.upper() not in names("en"):
        raise Http404
    return CountrySide(code.upper())


def moved(request, name: str, *parts: str) -> HttpResponsePermanentRedirect:
    """Lead on to the one address of a dossier, with what the visitor has chosen there."""
    query = request.META.get("QUERY_STRING")
    url = reverse(name, args=parts)
    return HttpResponsePermanentRedirect(f"{url}?{query}" if query else url)


def dossier_page(request, *sides, **more):
    """The page of a dossier, or its list as a table if the address asks for it."""
    dossier = Dossier(*sides)
    filters = Narrowed(dossier, request.GET)
    if request.GET.get("format") == "csv":
        return table(request, filters.in_pieces())
    page = Paginator(filters, PAGE).get_page(request.GET.get("page"))
    context = {
        "title": " – ".join(map(str, sides)),
        "sides": sides,
        "dossier": dossier.summary(),
        "filters": filters,
        "page_obj": page,
        "is_paginated": page.has_other_pages(),
        "entries": dossier.bring(page.object_list),
        "apart": apart(dossier),
    } | more
    return TemplateResponse(request, "agreements/relation_detail.html", context)


def apart(dossier) -> list[Summary]:
    """What each of two sides has of its own, where they share nothing."""
    shares = dossier.counts or len(dossier.sides) == 1
    return [] if shares else [Dossier(side).summary() for side in dossier.sides]


def table(request, entries):
    """The entries as CSV, their dates in ISO 8601 as exactly as they are known."""
    header = [_("Date"), _("Kind"), _("Title"), _("State"), _("Address")]
    rows = (
        [
            as_iso(entry.day, entry.precision),
            capfirst(entry.what),
            entry.title,
            capfirst(state(entry)),
            request.build_absolute_uri(entry.url),
        ]
        for entry in entries
    )
    return csv_response(header, rows, file_name="dossier.csv", separator=separator_of(request))


def state(entry) -> str:
    """What has become of it, in words; an outcome is what it is."""
    if entry.kind == "agreement":
        return status_label(entry.record)
    field = {"event": "get_status_display", "commitment": "get_state_display"}.get(entry.kind)
    return getattr(entry.record, field)() if field else ""
