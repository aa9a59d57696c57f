"""How many files a delegation may upload: whoever has its address could fill the disk otherwise."""

from delegations.models import Invitation
from forum.private_addresses.places import take

SECONDS = 60 * 60
# In an hour, by the field of the form: more than any delegation has people.
MOST = {"photo": 200, "file": 40}


def admit(request, invitation: Invitation, field: str) -> bool:
    """Count the file that was sent, if one was; False if it is one too many."""
    name = f"upload:{field}:{invitation.pk}"
    return field not in request.FILES or take(name, MOST[field], SECONDS)
