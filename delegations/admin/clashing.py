"""The meetings of a member, which may clash when somebody else is put in their place."""

from delegations.models import Member
from forum.admin.clashing import AsksOfClashes, Concerned


def meetings_of(member: Member) -> Concerned:
    meetings = member.meetings.select_related("requested_by__event")
    return (meetings if member.official else ()), member.official


class AsksOfMembers(AsksOfClashes):
    """The admin of delegations: of its members those whose rows are new or changed are asked."""

    def all_that_may_clash(self, record, formsets) -> list[Concerned]:
        rows = [formset for formset in formsets if formset.model is Member]
        return [meetings_of(each) for formset in rows for each in _changed(formset)]


def _changed(formset) -> list[Member]:
    return [*formset.new_objects, *(member for member, _fields in formset.changed_objects)]
