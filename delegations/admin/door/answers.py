"""What the door answers: to a script as data, to anybody else as a sentence on a page."""

from dataclasses import dataclass
from typing import ClassVar

from django.contrib import messages
from django.http import JsonResponse

from delegations.admin.door.persons import Shown
from delegations.models import Member


@dataclass(frozen=True)
class Answer:
    """What came of a code; after WAIT it is to be sent again, after anything else never."""

    outcome: str
    said: str
    member: Member | None = None

    DONE: ClassVar = "done"
    KNOWN: ClassVar = "known"
    SHOWN: ClassVar = "shown"
    REFUSED: ClassVar = "refused"
    WAIT: ClassVar = "wait"

    def say(self, request) -> None:
        if self.said:
            is_well = self.outcome in (self.DONE, self.KNOWN)
            level = messages.SUCCESS if is_well else messages.ERROR
            messages.add_message(request, level, self.said)

    def as_json(self, person: Shown | None) -> JsonResponse:
        told = person and vars(person) | {"zones": [zone.code for zone in person.zones]}
        data = {"outcome": self.outcome, "said": self.said, "person": told}
        return JsonResponse(data, status=429 if self.outcome == self.WAIT else 200)
