"""How pages write people, institutions and delegations."""

from collections.abc import Iterable, Iterator

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from delegations import naming
from delegations.listed import LastRole, last_role
from delegations.naming import (
    Named,
    NamedInstitution,
    NamedOffice,
    NamedOfficial,
    NamedPerson,
    NamedRole,
    NamedSide,
    Reader,
    Wording,
)
from forum.records.markup import inline, marked
from forum.templatetags.records import flag

register = template.Library()


@register.simple_tag
def wording(said: Wording) -> SafeString | str:
    """Write a text; one that is in another language than the reader's says which."""
    return marked(said.text, said.language)


@register.simple_tag
def called(named: Named, css: str = "") -> SafeString | str:
    """Write a name, as the way to its page if it has one."""
    name, honorific = wording(named.name), getattr(named, "honorific", None)
    if honorific:
        name = format_html("{} {}", wording(honorific), name)
    styled = format_html(' class="{}"', css) if css else ""
    if named.url:
        return format_html('<a{} href="{}">{}</a>', styled, named.url, name)
    return format_html("<span{}>{}</span>", styled, name) if css else name


@register.simple_tag
def person(representation, known_institution: int | None = None) -> SafeString:
    """Name somebody as visitors may know them: name, office, institution, what there is.

    The institution that the page has just named is left out.
    """
    named = naming.person(representation, Reader.VISITOR, representation.day)
    is_known = representation.institution_id == known_institution
    role = NamedRole(named.office, None if is_known else named.institution)
    parts = (*_who(named), *_role(role), *_role(named.also), *_in_whose_stead(named))
    return format_html('<span class="person">{}</span>', _in_a_line(parts))


# A page has hundreds of people: what nearly all of them have is written without a template.
def _who(named: NamedPerson) -> Iterator[SafeString | str]:
    if named.is_nameless:
        yield format_html('<span class="person-name">{}</span>', _("name not published"))
    elif named.name:
        yield called(named, "person-name")
        yield from _notes(named)


def _role(role: NamedRole) -> Iterator[SafeString]:
    if role.office:
        yield format_html('<span class="person-office">{}</span>', wording(role.office))
    if role.institution:
        name = called(role.institution)
        yield format_html('<span class="person-institution">{}</span>', name)
        yield from _notes(role.institution)


def _notes(named: Named) -> Iterator[SafeString]:
    if named.printed or named.today:
        yield inline("delegations/_notes.html", named=named)


def _in_whose_stead(named: NamedPerson) -> Iterator[SafeString]:
    if named.on_behalf_of or named.message_of:
        yield inline("delegations/_in_stead.html", named=named)


def _in_a_line(parts: Iterable[SafeString | str]) -> SafeString:
    return format_html_join(" ", "{}", ((part,) for part in parts))


@register.simple_tag
def side(delegation, linked: bool = False) -> SafeString:
    """Name a delegation by its own name, country or institution, if asked as a way to its page."""
    named = side_of(delegation)
    name = called(named) if linked else wording(named.name)
    return format_html("{}{}", flag(named.country), _in_a_line((name, *_notes(named))))


@register.simple_tag
def side_of(delegation) -> NamedSide:
    """What visitors may know of a delegation at its event."""
    return naming.side(delegation, Reader.VISITOR, delegation.day)


@register.simple_tag
def official_of(record) -> NamedOfficial | None:
    """What visitors may know of a person today."""
    return naming.official(record, Reader.VISITOR, None)


@register.simple_tag
def institution_of(record) -> NamedInstitution | None:
    """What visitors may know of an institution today."""
    return naming.institution(record, Reader.VISITOR, None)


@register.simple_tag
def offices_of(representation) -> SafeString:
    """Write in which office, or two, somebody took part: “acting Rector · President”."""
    said = ((wording(office),) for office in naming.offices(representation))
    return format_html_join(" · ", "{}", said)


@register.simple_tag
def current_office(appointment) -> NamedOffice:
    """What visitors may know of an office that is held today."""
    return naming.appointment(appointment, Reader.VISITOR, timezone.localdate())


@register.simple_tag
def last_role_of(official) -> LastRole | None:
    """In which office somebody without one today took part last; None if they never did."""
    return last_role(official)
