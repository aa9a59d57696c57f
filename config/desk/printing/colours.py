"""The colour of a badge by the category of who wears it; the category stands there in words, too.

White words on each of them have a contrast of 4.5 to 1 at least (WCAG 2.2, 1.4.3).
"""

from collections.abc import Mapping

from delegations.choices import MemberFunction

NAVY, BLUE, TEAL, GREEN = "#1b2f5b", "#1d5c9c", "#0f6b6b", "#2f6b34"
PLUM, OCHRE, RED, GREY, BLACK = "#7a2a5f", "#8a4b08", "#a32020", "#4c5564", "#1c1c1c"
COLOURS: Mapping[str, str] = {
    MemberFunction.HEAD: NAVY,
    MemberFunction.DEPUTY_HEAD: NAVY,
    MemberFunction.MEMBER: BLUE,
    MemberFunction.ADVISER: TEAL,
    MemberFunction.EXPERT: GREEN,
    MemberFunction.INTERPRETER: PLUM,
    MemberFunction.SPOUSE: OCHRE,
    MemberFunction.STAFF: GREY,
    MemberFunction.MEDIA: RED,
    MemberFunction.SECURITY: BLACK,
    MemberFunction.PROTOCOL: TEAL,
    MemberFunction.DRIVER: GREY,
}


def colour_of(category: str) -> str:
    return COLOURS.get(category, GREY)
