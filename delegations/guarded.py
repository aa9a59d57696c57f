"""Which fields are private, by which right they are seen and changed, and what is published."""

from delegations.models import (
    Absence,
    AccreditationStep,
    Answer,
    Delegation,
    Institution,
    Invitation,
    Look,
    Meeting,
    Member,
    Nominee,
    Official,
    OfficialContact,
    Speaker,
    Transfer,
)
from delegations.rights import ACCREDIT
from forum.published import public
from forum.rights import guard

guard(
    Delegation,
    *("focal_point", "liaison", "arrival", "departure", "notes"),
    by="delegations.view_private_delegation",
)
guard(AccreditationStep, "reason", by=ACCREDIT)
guard(Invitation, "email", by="delegations.view_private_delegation")
# Of somebody who is only named, nothing is public.
guard(
    Nominee,
    *("name", "original_name", "office", "institution", "languages", "arrival", "departure"),
    *("hotel", "dietary_needs", "access_needs", "photo", "remark"),
    by="delegations.view_private_delegation",
)
guard(Look, "facts", by="delegations.view_private_delegation")
guard(
    Transfer,
    *("origin", "destination", "vehicle", "driver", "driver_phone"),
    by="delegations.view_private_delegation",
)
guard(Answer, "value", by="delegations.view_private_delegation")
guard(Official, "listing_source", by="delegations.view_officialcontact")
guard(Meeting, "brief", by="delegations.view_brief")
guard(
    OfficialContact,
    *("email", "phone", "dietary_needs", "access_needs", "notes"),
    by="delegations.view_officialcontact",
)

guard(Absence, "reason", by="delegations.view_officialcontact")

public(Institution, lambda rows: rows.published())
public(Official, lambda rows: rows.published())
public(Delegation, lambda rows: rows.present())
public(Member, lambda rows: rows.listed())
public(Speaker, lambda rows: rows.as_wished())
public(Meeting, lambda rows: rows.held())
public(Absence, lambda rows: rows.none())
public(Transfer, lambda rows: rows.none())
