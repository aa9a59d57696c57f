"""How pages write people, institutions and delegations."""

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from delegations import naming
from delegations.naming import (
    Named,
    NamedInstitution,
    NamedOffice,
    NamedOfficial,
    NamedRole,
    NamedSide,
    Reader,
    Wording,
)
from forum.records.markup import inline, marked

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
    roles = [NamedRole(named.office, None if is_known else named.institution), named.also]
    return inline("delegations/_person.html", person=named, roles=filter(None, roles))


@register.simple_tag
def side(delegation, linked: bool = False) -> SafeString:
    """Name a delegation by its own name, country or institution, if asked as a way to its page."""
    return inline("delegations/_side.html", side=side_of(delegation), linked=linked)


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
